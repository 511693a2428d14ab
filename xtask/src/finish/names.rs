//! Names: what a program and its script call each other's functions is long, and of no use to anyone
//! but those two: each gets a name of a letter or two.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::{Stage, wasm_opt};

/// What wasm-opt says of its work.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name. The module becomes [`MODULE`].
    imports: Vec<[String; 3]>,
    /// Name, new name.
    exports: Vec<[String; 2]>,
}

const FLAGS: &[&str] = &[
    "--minify-imports-and-exports-and-modules",
    "--strip-target-features", // nothing reads them from here on
];

/// What wasm-opt calls the one module that a program imports from.
const MODULE: &str = "a";

/// How wasm-bindgen's script names a function of the program.
const OF_PROGRAM: &str = "wasm.";

/// Renames in both files.
pub(super) fn shorten(stage: &Stage, wasm: &str, script: &str) -> Result<()> {
    let said = wasm_opt::run_with(FLAGS, &stage.path(wasm))?;
    let renamed: Renamed = serde_json::from_str(&said).context("what wasm-opt renamed")?;
    stage.edit(script, |text| renamed.in_script(text))
}

impl Renamed {
    fn in_script(&self, script: &str) -> Result<String> {
        let imports: BTreeMap<&str, &str> = self
            .imports
            .iter()
            .map(|[_, from, to]| (from.as_str(), to.as_str()))
            .collect();
        let exports: BTreeMap<&str, &str> = self
            .exports
            .iter()
            .map(|[from, to]| (from.as_str(), to.as_str()))
            .collect();
        let modules: Vec<&String> = self.imports.iter().map(|[module, ..]| module).collect();
        let mut out = String::new();
        let mut met = 0;
        for word in words(script) {
            let to = if out.ends_with(OF_PROGRAM) {
                exports.get(word)
            } else {
                imports.get(word).inspect(|_| met += 1)
            };
            out.push_str(to.unwrap_or(&word));
        }
        ensure!(
            met == imports.len(),
            "wasm-bindgen's script names {met} of {} functions for the program: see how it names \
             them now and mend {}",
            imports.len(),
            file!()
        );
        for module in modules {
            out = out.replace(&format!("\"{module}\":"), &format!("\"{MODULE}\":"));
        }
        Ok(out)
    }
}

/// The text in pieces: whole words, as JavaScript has them, and what is between.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_end = |char| in_word(char) != in_word(first);
        let (word, after) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed() -> Renamed {
        let said = r#"{ "imports": [["./c_bg.js", "__wbg_key_1f", "a"], ["./c_bg.js", "__wbg_key_1", "b"]],
            "exports": [["memory", "c"], ["mount", "d"]] }"#;
        serde_json::from_str(said).unwrap()
    }

    #[test]
    fn both_sides_of_the_script_follow_and_nothing_else() {
        let script = "const o = { __wbg_key_1: f(memory), __wbg_key_1f: g };\n\
                      return { \"./c_bg.js\": o }; export function mount() { wasm.mount(wasm.memory.buffer); }";
        assert_eq!(
            renamed().in_script(script).unwrap(),
            "const o = { b: f(memory), a: g };\n\
             return { \"a\": o }; export function mount() { wasm.d(wasm.c.buffer); }"
        );
    }

    #[test]
    fn a_script_that_names_them_otherwise_is_noticed() {
        let error = renamed().in_script("__wbg_key_1: f").unwrap_err();
        let start = "wasm-bindgen's script names 1 of 2 functions";
        assert!(error.to_string().starts_with(start), "{error}");
    }
}
