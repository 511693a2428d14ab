//! Check: tells an editor everything that is wrong with a story file.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use story_map::story::{Story, read};

/// Prints what the story holds, or each fault on a line of its own.
pub(crate) fn run(file: &Path) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let reading = read(&text);
    for fault in &reading.faults {
        eprintln!("{fault}");
    }
    match (reading.story, reading.faults.len()) {
        (Some(story), 0) => println!("{}", summary(&story)),
        (_, 1) => bail!("1 fault in {}", file.display()),
        (_, faults) => bail!("{faults} faults in {}", file.display()),
    }
    Ok(())
}

fn summary(story: &Story) -> String {
    let claims: BTreeSet<_> = story
        .events
        .iter()
        .flat_map(|event| &event.claims)
        .collect();
    format!(
        "{} events, {} places, {} sources, {} claims",
        story.events.len(),
        story.places.len(),
        story.sources.len(),
        claims.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixture(name: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../tests/fixtures")
            .join(name)
    }

    #[test]
    fn a_sound_story_is_summed_up() {
        let text = fs::read_to_string(fixture("sound.geojson")).unwrap();
        let story = read(&text).story.unwrap();
        assert_eq!(summary(&story), "3 events, 2 places, 1 sources, 2 claims");
        assert!(run(&fixture("sound.geojson")).is_ok());
    }

    #[test]
    fn a_faulty_story_fails_with_the_number_of_its_faults() {
        let error = run(&fixture("ten-faults.geojson")).unwrap_err().to_string();
        assert!(error.starts_with("10 faults in "), "{error}");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = run(Path::new("nowhere.geojson")).unwrap_err().to_string();
        assert_eq!(error, "cannot read nowhere.geojson");
    }
}
