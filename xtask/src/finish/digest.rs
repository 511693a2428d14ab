//! Digest: a file's bytes in short, for its name and for the browser to check.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

pub(super) struct Digest(Vec<u8>);

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).to_vec())
    }

    /// 16 hexadecimal digits: enough to tell any two builds apart.
    pub(super) fn short(&self) -> String {
        self.0[..8]
            .iter()
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// The value of an `integrity` attribute: the shortest that browsers take, for no reader can press it
    /// together.
    pub(super) fn integrity(&self) -> String {
        format!("sha256-{}", BASE64_STANDARD.encode(&self.0))
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
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
        assert_eq!(digest.short(), "ab39cb72c44ec781");
    }
}
