//! Telling: what a page loads to tell a story in a language: the packed story, and the words that the
//! language's map needs.

use crate::locale::brought;
use crate::story::packed::{pack, unpack};
use crate::story::{Lang, Story};

/// The file: the packed story, the words in UTF-8, and the length of the words (4 bytes, little-endian).
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub fn write(story: &Story, lang: Lang) -> Vec<u8> {
    let words = brought::text(lang);
    #[allow(clippy::cast_possible_truncation, reason = "a few kilobytes")]
    let length = (words.len() as u32).to_le_bytes();
    [pack(story, lang).as_slice(), words.as_bytes(), &length].concat()
}

/// The language and the story of such a file, after its words are learnt; `None` when it is none.
pub fn read(file: &[u8]) -> Option<(Lang, Story)> {
    let (rest, length) = file.split_last_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (story, words) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
    let (lang, story) = unpack(story)?;
    brought::learn(lang, std::str::from_utf8(words).ok()?);
    Some((lang, story))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_the_story_in_its_language_and_cut_short_it_is_none() {
        let text = include_str!("../../tests/fixtures/sound.geojson");
        let story = crate::story::read(text).story.unwrap();
        let file = write(&story, Lang::Ko);
        let words = brought::text(Lang::Ko);
        assert!(file[..file.len() - 4].ends_with(words.as_bytes()));
        assert_eq!(read(&file), unpack(&pack(&story, Lang::Ko)));
        for length in [0, 3, 4, file.len() - 1] {
            assert_eq!(read(&file[..length]), None, "{length} bytes");
        }
    }
}
