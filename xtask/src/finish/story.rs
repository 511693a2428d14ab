//! Story: the file that editors write becomes one that pages load, for each language.

use std::fs;

use anyhow::{Context as _, Result};
use story_map::model::telling;
use story_map::story::{Lang, Story, read};

use super::Stage;
use crate::step;

/// What index.html has Trunk copy.
pub(super) const FILE: &str = "azerbaijan-korea.geojson";

/// Writes `story-en.bin` and its like, takes the file away, and answers the story. A faulty story is packed as
/// far as it is sound, so that its editor can look at it; the tests let no fault into a
/// release.
pub(super) fn pack_all(stage: &Stage) -> Result<Story> {
    let path = stage.path(FILE);
    let reading = read(&fs::read_to_string(&path).context(FILE)?);
    for fault in &reading.faults {
        step::announce(&format!("{FILE}: {fault}"));
    }
    let story = reading.story.context(FILE)?.in_time_order();
    let story = by_number(story);
    for &lang in Lang::ALL {
        let name = format!("story-{}.bin", lang.code());
        fs::write(stage.path(&name), telling::write(&story, lang)).context(name)?;
    }
    fs::remove_file(path).context(FILE)?;
    Ok(story)
}

/// The same story with its sources called by number: no reader sees what an editor calls them, and every
/// page would carry it.
fn by_number(mut story: Story) -> Story {
    let ids: Vec<String> = (story.sources.iter())
        .map(|source| source.id.clone())
        .collect();
    let number = |id: &mut String| {
        if let Some(number) = ids.iter().position(|other| other == id) {
            *id = number.to_string();
        }
    };
    for event in &mut story.events {
        event.sources.iter_mut().for_each(number);
    }
    for source in &mut story.sources {
        number(&mut source.id);
    }
    story
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_keep_their_sources_under_other_names() {
        let text = include_str!("../../../story/azerbaijan-korea.geojson");
        let story = read(text).story.unwrap();
        let numbered = by_number(story.clone());
        for (before, after) in story.events.iter().zip(&numbered.events) {
            let of = |story: &Story, ids: &[String]| -> Vec<String> {
                let sources = ids.iter().map(|id| story.source(id).unwrap());
                sources.map(|source| source.url.clone()).collect()
            };
            assert_eq!(of(&story, &before.sources), of(&numbered, &after.sources));
        }
        assert!(numbered.sources.iter().all(|source| source.id.len() < 4));
    }
}
