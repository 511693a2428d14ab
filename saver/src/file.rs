//! File: a text handed to the browser to keep, and what it is called.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a text to the browser, which asks the reader or puts it where downloads go. A link to a blob of
/// the page's own is no request, and no policy for requests forbids it.
pub(crate) fn download(text: &str, media: &str, name: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(&format!("{media};charset=utf-8"));
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // What was clicked is fetched before anything else that the page does.
    Url::revoke_object_url(&url)
}

/// A name that says what the file is: `azerbaijan-and-korea-en.csv`. Letters of every script stay.
pub(crate) fn name(title: &str, lang: &str, kind: &str) -> String {
    let mut name = String::new();
    for sign in title.chars().flat_map(char::to_lowercase) {
        if sign == '\u{307}' {
            continue; // the dot that İ leaves over its i
        }
        if sign.is_alphanumeric() {
            name.push(sign);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    if !name.ends_with('-') && !name.is_empty() {
        name.push('-');
    }
    format!("{name}{lang}.{kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_title_and_language() {
        for (title, expected) in [
            ("Azerbaijan and Korea", "azerbaijan-and-korea-en.csv"),
            ("Azərbaycan və Koreya", "azərbaycan-və-koreya-en.csv"),
            ("아제르바이잔과 한국", "아제르바이잔과-한국-en.csv"),
            ("İki ölkə", "iki-ölkə-en.csv"),
            (" ../Who? What! ", "who-what-en.csv"),
            ("…", "en.csv"),
        ] {
            assert_eq!(name(title, "en", "csv"), expected);
        }
    }
}
