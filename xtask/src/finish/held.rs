//! Held: a packed story as text, so that a page can hold it: beside the same story as HTML it weighs a third
//! of what it does in a file of its own, for a compressor finds the texts again.
//!
//! UTF-8 stands as it is. A byte that is none, or that HTML would alter or take for markup, is the character
//! that many after U+0700: there are 256 of two bytes each, of scripts that the stories are not in. (Those of
//! private use have three.) The lowest eight, which are half of all, are the control characters one higher,
//! of one byte each. `held` in `static/story-map.js` turns all back.

/// Bytes below it have the shortest stand-ins.
const LOW: u8 = 8;

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
    if byte < LOW {
        return char::from(byte + 1);
    }
    char::from_u32(0x700 + u32::from(byte)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::process::Command;

    /// What the loader makes of it, run by Node.js.
    fn back(text: &str) -> Vec<u8> {
        let loader = include_str!("../../../static/story-map.js");
        let from = loader.find("function held(").unwrap();
        let to = from + loader[from..].find("\n}\n").unwrap() + 2;
        let held = &loader[from..to];
        let program = format!("{held}; JSON.stringify([...held({})])", json!(text));
        let out = Command::new("node").args(["-p", &program]).output();
        serde_json::from_slice(&out.expect("Node.js is installed").stdout).unwrap()
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
