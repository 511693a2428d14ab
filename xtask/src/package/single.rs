//! Single: the whole of it as one classic script, which works from any server and under a policy that lets
//! a page fetch nothing.
//!
//! It is the loader with other means of getting at the program's files: they are in it. What is not script
//! is deflated before it becomes base64: a third less than base64 alone where a server compresses, half
//! where it does not.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::loader::{Loader, Part};
use crate::workspace;

const TITLE: &str = concat!(
    "story-map ",
    env!("CARGO_PKG_VERSION"),
    ", ",
    env!("CARGO_PKG_LICENSE"),
    "; what else its parts ask to be said is in its NOTICE.md"
);
/// Between these lines stands what knows of addresses.
const FROM: &str = "// What the program is made of, by name.";
const TO: &str = "// So far what the program is made of.";
/// What must not be left of it.
const ADDRESSES: [&str; 3] = ["CORE", "import.meta", "import("];

/// The script.
pub(super) fn write(loader: &Loader, dist: &Path) -> Result<String> {
    let source = fs::read_to_string(workspace::path("static/story-map.js"))?;
    let text = with_inside(&source)?;
    let script = bundled(&[parts(loader, dist)?, text].concat(), dist)?;
    let lower = script.to_lowercase();
    ensure!(
        !lower.contains("</script") && !lower.contains("<!--"),
        "the single script has what would end or hide it within a page"
    );
    ensure!(
        script.is_ascii(),
        "the single script depends on its page's encoding"
    );
    Ok(script)
}

/// What a file becomes in the script.
pub(super) fn packed(bytes: &[u8]) -> Result<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(BASE64_STANDARD.encode(encoder.finish()?))
}

/// The loader with the files inside in the place of their addresses.
fn with_inside(loader: &str) -> Result<String> {
    let (before, rest) = loader.split_once(FROM).context(FROM)?;
    let (_, after) = rest.split_once(TO).context(TO)?;
    let lines = before
        .lines()
        .filter(|line| !line.starts_with("const CORE = "));
    let before = lines.collect::<Vec<_>>().join("\n");
    let code = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    for word in ADDRESSES {
        ensure!(
            !code(&before).contains(word) && !code(after).contains(word),
            "static/story-map.js says `{word}` outside of the lines that the single script replaces"
        );
    }
    Ok([&before, "\n", include_str!("inside.js"), after].concat())
}

/// The script's beginning: the files by what the loader calls them.
fn parts(loader: &Loader, dist: &Path) -> Result<String> {
    let (scripts, rest): (Vec<_>, Vec<_>) = loader.parts.iter().partition(|part| part.is_script());
    let import = |part: &&Part| {
        let Part { role, name, .. } = part;
        format!("import * as {role}_module from \"./{name}\";\n")
    };
    let module = |part: &&Part| format!("{0}: {0}_module", part.role);
    let packed = |part: &Part| {
        let bytes = fs::read(dist.join(&part.name)).with_context(|| part.name.clone())?;
        Ok(format!("{}: \"{}\"", part.role, packed(&bytes)?))
    };
    let rest: Result<Vec<_>> = rest.into_iter().map(packed).collect();
    Ok(format!(
        "{}const MODULES = {{ {} }};\nconst PACKED = {{ {} }};\n",
        scripts.iter().map(import).collect::<String>(),
        scripts.iter().map(module).collect::<Vec<_>>().join(", "),
        rest?.join(", ")
    ))
}

/// The text and what it imports from `dist` as one small classic script, by npm's esbuild at the version
/// that package-lock.json names.
fn bundled(text: &str, dist: &Path) -> Result<String> {
    let mut node = workspace::command("node");
    node.arg("xtask/bundle.mjs")
        .args([dist.as_os_str(), TITLE.as_ref()]);
    let mut child = node
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .context("node cannot be started")?;
    let mut stdin = child.stdin.take().context("node's input")?;
    stdin.write_all(text.as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    ensure!(
        output.status.success(),
        "esbuild failed: see above; is `npm ci` done?"
    );
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loader(rest: &str) -> String {
        format!("const CORE = {{}};\nlet a;\n{FROM}\nimport(CORE.a);\n{TO}\n{rest}")
    }

    #[test]
    fn the_means_of_getting_files_are_exchanged_and_nothing_else() {
        let text = with_inside(&loader("run();\n")).unwrap();
        assert!(text.starts_with("let a;\n// In the place of"), "{text}");
        assert!(text.contains("DecompressionStream"), "{text}");
        assert!(text.ends_with("\n\nrun();\n"), "{text}");
    }

    #[test]
    fn a_loader_that_knows_of_addresses_elsewhere_is_noticed() {
        let error = with_inside(&loader("fetch(CORE.b);\n")).unwrap_err();
        let start = "static/story-map.js says `CORE` outside";
        assert!(error.to_string().starts_with(start), "{error}");
        assert!(with_inside("run();").is_err());
    }

    #[test]
    fn the_loader_is_as_the_script_needs_it() {
        with_inside(include_str!("../../../static/story-map.js")).unwrap();
    }
}
