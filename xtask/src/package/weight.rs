//! Weight: what a file or folder weighs, as it is and as a server would send it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha384};

use crate::budget::weighed;

/// In bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Weight {
    pub(super) raw: usize,
    pub(super) gzip: usize,
    pub(super) brotli: usize,
}

impl Weight {
    pub(super) fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: weighed::brotli_length(bytes)?,
        })
    }
}

impl std::iter::Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |sum, one| Self {
            raw: sum.raw + one.raw,
            gzip: sum.gzip + one.gzip,
            brotli: sum.brotli + one.brotli,
        })
    }
}

/// A file, weighed.
pub(super) struct File {
    /// Its path in package/, with `/`.
    pub(super) name: String,
    pub(super) weight: Weight,
    /// The value of an `integrity` attribute.
    pub(super) integrity: String,
}

/// All files of a folder, in the order of their names.
pub(super) fn files(folder: &Path) -> Result<Vec<File>> {
    // Most of them are in several packages, and to weigh one takes its time.
    let mut known = BTreeMap::<String, Weight>::new();
    let names = weighed::names(folder, Path::new(""))?;
    let file = |name: String| {
        let bytes = fs::read(folder.join(&name)).with_context(|| name.clone())?;
        let integrity = integrity(&bytes);
        let weight = match known.get(&integrity) {
            Some(weight) => *weight,
            None => Weight::of(&bytes)?,
        };
        known.insert(integrity.clone(), weight);
        Ok(File {
            name,
            weight,
            integrity,
        })
    };
    names.into_iter().map(file).collect()
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integrity_is_what_browsers_compute() {
        // The example of the specification of Subresource Integrity.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn what_repeats_itself_is_sent_in_less() {
        let weight = Weight::of(&[b'a'; 10_000]).unwrap();
        assert_eq!(weight.raw, 10_000);
        assert!(
            weight.gzip < 100 && weight.brotli < weight.gzip,
            "{weight:?}"
        );
    }
}
