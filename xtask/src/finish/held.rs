//! Held: a packed story as text, so that a page can hold it: beside the same story as HTML it weighs a third
//! of what it does in a file of its own, for a compressor finds the texts again.
//!
//! UTF-8 stands as it is. A byte that is none, or that HTML would alter or take for markup, is the character
//! that many after U+0700: there are 256 of two bytes each, of scripts that the stories are not in. (Those of
//! private use have three.) `held` in `static/story-map.js` turns it back.

/// The bytes as text that may stand in a `<script>`.
pub(super) fn as_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if may_stand(letter) {
                text.push(letter);
            } else {
                text.extend(letter.encode_utf8(&mut [0; 4]).bytes().map(stand_in));
            }
        }
        text.extend(chunk.invalid().iter().copied().map(stand_in));
    }
    text
}

/// Neither markup, nor one that a parser replaces, nor a stand-in.
fn may_stand(letter: char) -> bool {
    let is_control = letter.is_control() && letter != '\n';
    !is_control && letter != '<' && !('\u{700}'..='\u{7ff}').contains(&letter)
}

fn stand_in(byte: u8) -> char {
    char::from_u32(0x700 + u32::from(byte)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the loader does.
    fn back(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for letter in text.chars() {
            match u8::try_from(u32::from(letter).wrapping_sub(0x700)) {
                Ok(byte) => bytes.push(byte),
                Err(_) => bytes.extend(letter.encode_utf8(&mut [0; 4]).bytes()),
            }
        }
        bytes
    }

    #[test]
    fn whatever_the_bytes_the_text_turns_back_and_is_no_markup() {
        let every: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        let cases: [&[u8]; 5] = [
            b"",
            &every,
            "Bak\u{131} \u{c11c}\u{c6b8} \u{700}\u{7ff}\u{800}".as_bytes(),
            b"</script><!--<script>\r\n\0\x7f",
            &[0xdc, 0x80, 0xdf, 0xbf, 0xdc],
        ];
        for bytes in cases {
            let text = as_text(bytes);
            assert_eq!(back(&text), bytes);
            assert!(!text.contains(['<', '\r', '\0']), "{text:?}");
        }
    }
}
