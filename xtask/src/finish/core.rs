//! Core: the program's two files under their release names, and the line of the loader that
//! tells them.

use anyhow::{Context as _, Result};

use super::WASM;
use super::digest::Digest;

/// The names hold a hash of the final bytes, so that a cache can keep the files for ever.
#[derive(Debug, PartialEq)]
pub(super) struct Core {
    pub(super) script: String,
    pub(super) script_integrity: String,
    pub(super) wasm: String,
    pub(super) wasm_integrity: String,
}

impl Core {
    /// The core of these bytes, and the script with the WebAssembly's new name in it.
    pub(super) fn of(wasm: &[u8], script: &str) -> (Self, String) {
        let wasm = Digest::of(wasm);
        let wasm_name = format!("core-{}.wasm", wasm.short());
        let script = script.replace(WASM, &wasm_name);
        let digest = Digest::of(script.as_bytes());
        let core = Self {
            script: format!("core-{}.js", digest.short()),
            script_integrity: digest.integrity(),
            wasm: wasm_name,
            wasm_integrity: wasm.integrity(),
        };
        (core, script)
    }

    /// The loader with its line `const CORE = {...};` filled in.
    pub(super) fn fill_in(&self, loader: &str) -> Result<String> {
        let line = loader
            .lines()
            .find(|line| line.starts_with("const CORE = {"))
            .context("it has no line that begins with `const CORE = {`")?;
        let Self {
            script,
            wasm,
            wasm_integrity,
            ..
        } = self;
        let filled = format!(
            r#"const CORE = {{ script: "./{script}", wasm: "./{wasm}", integrity: "{wasm_integrity}" }};"#
        );
        Ok(loader.replacen(line, &filled, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_name_covers_the_wasms_name() {
        let script = "new URL('story-map-core_bg.wasm', import.meta.url)";
        let (one, text) = Core::of(b"one", script);
        let (two, _) = Core::of(b"two", script);
        assert_eq!(text, format!("new URL('{}', import.meta.url)", one.wasm));
        assert_ne!(one.script, two.script);
    }

    #[test]
    fn the_loader_learns_the_names() {
        let core = Core {
            script: "core-1.js".into(),
            script_integrity: String::new(),
            wasm: "core-2.wasm".into(),
            wasm_integrity: "sha384-x".into(),
        };
        let loader = "// first\nconst CORE = { script: \"a\" };\nrun(CORE);\n";
        assert_eq!(
            core.fill_in(loader).unwrap(),
            "// first\nconst CORE = { script: \"./core-1.js\", wasm: \"./core-2.wasm\", \
             integrity: \"sha384-x\" };\nrun(CORE);\n"
        );
        assert!(core.fill_in("run();").is_err());
    }
}
