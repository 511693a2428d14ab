//! Digest: a file's bytes in short, for its name and for the browser to check.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha384};

pub(super) struct Digest(Vec<u8>);

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha384::digest(bytes).to_vec())
    }

    /// 16 hexadecimal digits: enough to tell any two builds apart.
    pub(super) fn short(&self) -> String {
        self.0[..8]
            .iter()
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// The value of an `integrity` attribute.
    pub(super) fn integrity(&self) -> String {
        format!("sha384-{}", BASE64_STANDARD.encode(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_browsers_compute() {
        let digest = Digest::of(b"alert('Hello, world.');"); // the example of the SRI specification
        assert_eq!(
            digest.integrity(),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(digest.short(), "1fc05187c8f8f0ef");
    }
}
