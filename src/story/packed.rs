//! Packed: a story as bytes, in one language: what a page loads instead of the file an editor writes.
//!
//! ```text
//! file     version (1 byte), checksum of the rest (4 bytes, little-endian), rest
//! rest     language (a word), number of bytes of the texts, texts, story
//! texts    each text that the story has, once: UTF-8, and the byte 255, which that never has
//! story    the fields of its record, one after the other, without names
//! text     0: the first text not used yet; else 1 + its place among the texts
//! words    of each language: 0; or 1, the language (as a word), and the text in that language
//! option   0; or 1 and the value
//! list     number of items, items
//! word     its place in its choice
//! position longitude, latitude (8 bytes each, as IEEE 754 has them, little-endian)
//! ```
//!
//! Numbers are LEB128: seven bits a byte, low bits first. Dates are laid out in `packed/date.rs`.
//! Both sides of a record follow from its one declaration (`record!`), so they cannot disagree.

mod date;
mod packer;
mod unpacker;
mod value;

use super::{Lang, Story};
use crate::geo::basemap::format::checksum;

pub(super) use packer::Packer;
pub(super) use unpacker::Unpacker;

/// The only version that is read.
const VERSION: u8 = 1;

/// The byte after each text.
const END: u8 = 0xff;

/// What can be packed.
pub(super) trait Packed {
    /// Appends the value.
    fn pack(&self, to: &mut Packer);

    /// The value at the front. What cannot be one fails the whole, and something stands in for it.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// The story as bytes, as it is told in a language: everything but its texts in others. A text that is not in the language
/// is there in the first of the story's languages that has it, and says so.
pub fn pack(story: &Story, lang: Lang) -> Vec<u8> {
    let mut to = Packer::new(lang, &story.languages);
    lang.pack(&mut to);
    story.clone().told_in(lang).pack(&mut to);
    let rest = to.into_bytes();
    let sum = checksum(&rest).to_le_bytes();
    [&[VERSION], sum.as_slice(), &rest].concat()
}

/// The language and the story of such bytes; `None` when they are cut short, altered, or of another
/// version.
pub fn unpack(bytes: &[u8]) -> Option<(Lang, Story)> {
    let (&[VERSION, a, b, c, d], rest) = bytes.split_first_chunk()? else {
        return None;
    };
    if checksum(rest) != u32::from_le_bytes([a, b, c, d]) {
        return None;
    }
    let mut from = Unpacker::new(rest);
    let lang = Lang::unpack(&mut from);
    from.read_texts();
    let story = Story::unpack(&mut from);
    from.is_sound().then_some((lang, story))
}
