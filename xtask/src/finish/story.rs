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
    for &lang in Lang::ALL {
        let name = format!("story-{}.bin", lang.code());
        fs::write(stage.path(&name), telling::write(&story, lang)).context(name)?;
    }
    fs::remove_file(path).context(FILE)?;
    Ok(story)
}
