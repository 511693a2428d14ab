//! Check: tells an editor everything that is wrong with a story file, and how much of it is translated.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use story_map::locale::phrases;
use story_map::story::{Story, Texts, read};

/// Prints what the story holds, or each fault on a line of its own.
pub(crate) fn run(file: &Path) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let reading = read(&text);
    for fault in &reading.faults {
        eprintln!("{fault}");
    }
    if let Some(story) = &reading.story {
        if reading.faults.is_empty() {
            println!("{}", summary(story));
        }
        println!("{}", translated(story));
    }
    match (reading.story, reading.faults.len()) {
        (Some(_), 0) => {}
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

/// How much of the story each of its languages has, in its own words: `English 100%, Azərbaycanca 98%`.
fn translated(story: &Story) -> String {
    let texts = texts(story);
    let languages = story.languages.iter().map(|&lang| {
        let has = texts.iter().filter(|text| text.get(lang).is_some()).count();
        let phrases = phrases(lang);
        let share = phrases.percent(100 * has / texts.len());
        format!("{} {share}", phrases.own_name)
    });
    languages.collect::<Vec<_>>().join(", ")
}

/// The texts that a story promises to have in each of its languages.
fn texts(story: &Story) -> Vec<&Texts> {
    let places = story.places.iter().map(|place| &place.name);
    let topics = story.topics.iter().map(|topic| &topic.name);
    let events = story.events.iter();
    let events = events.flat_map(|event| [&event.title, &event.text]);
    let title = [&story.title].into_iter();
    title.chain(places).chain(topics).chain(events).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use story_map::story::Lang;

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
    fn each_language_says_how_much_of_the_story_it_has() {
        let text = fs::read_to_string(fixture("sound.geojson")).unwrap();
        let mut story = read(&text).story.unwrap();
        assert_eq!(
            translated(&story),
            "English 100%, Azərbaycanca 100%, 한국어 100%"
        );
        story.events[0].title = Texts::only(Lang::En, "A title");
        assert_eq!(
            translated(&story),
            "English 100%, Azərbaycanca 90%, 한국어 90%"
        );
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
