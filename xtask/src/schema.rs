//! Schema: writes the JSON Schema of the story file, which editors' programs can check against.

use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use story_map::story::schema::schema;

/// Writes the schema beside the story.
pub(crate) fn run() -> Result<()> {
    fs::write(file(), text()?)?;
    println!("wrote story/story.schema.json");
    Ok(())
}

fn text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schema())? + "\n")
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../story/story.schema.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_current() {
        let committed = fs::read_to_string(file()).unwrap();
        assert!(committed == text().unwrap(), "run `cargo xtask schema`");
    }
}
