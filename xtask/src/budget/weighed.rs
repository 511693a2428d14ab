//! Weighed: a file of dist/ and its weight in bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::first_view;

pub(crate) struct Weighed {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) brotli: usize,
    /// Whether a first view loads it.
    pub(crate) is_first: bool,
}

impl Weighed {
    pub(crate) fn is_wasm(&self) -> bool {
        Path::new(&self.name)
            .extension()
            .is_some_and(|e| e == "wasm")
    }
}

/// All files of dist/, sorted by name.
pub(super) fn files(dist: &Path) -> Result<Vec<Weighed>> {
    files_that(dist, |_, _| true)
}

/// Those files that a question wants, which asks of their names and whether a first view loads them:
/// weighing takes its time.
pub(crate) fn files_that(dist: &Path, wants: impl Fn(&str, bool) -> bool) -> Result<Vec<Weighed>> {
    let names = names(dist, Path::new(""))?;
    let first = first_view::of(&names, |name| {
        fs::read_to_string(dist.join(name)).unwrap_or_default() // what is not text names no file
    });
    names
        .into_iter()
        .filter(|name| wants(name, first.contains(name)))
        .map(|name| {
            let bytes = fs::read(dist.join(&name)).with_context(|| name.clone())?;
            Ok(Weighed {
                raw: bytes.len(),
                brotli: brotli_length(&bytes)?,
                is_first: first.contains(&name),
                name,
            })
        })
        .collect()
}

/// The files under a folder, by their path in `dist` with `/`.
pub(crate) fn names(dist: &Path, folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let entries = fs::read_dir(dist.join(folder))
        .with_context(|| format!("{} cannot be read: build first", dist.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            names.extend(self::names(dist, &path)?);
        } else {
            names.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    names.sort();
    Ok(names)
}

pub(crate) fn brotli_length(mut bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    Ok(brotli::BrotliCompress(
        &mut bytes,
        &mut std::io::sink(),
        &parameters,
    )?)
}
