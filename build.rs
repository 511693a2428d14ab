//! Build: the stylesheet without its comments and needless spaces, which every reader would download.

use std::path::Path;
use std::{env, fs, io};

const SHEET: &str = "static/story-map.css";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={SHEET}");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let sheet = fs::read_to_string(SHEET)?;
    fs::write(Path::new(&out).join("story-map.css"), smaller(&sheet))
}

fn smaller(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut code = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        code.push_str(part.split_once("*/").unwrap_or_default().1);
    }
    let mut small = String::new();
    for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // Within a value or a selector, the end of a line may be the only space.
        if !small.ends_with(['{', '}', ';', ',']) {
            small.push(' ');
        }
        match line.split_once(": ") {
            Some((name, value)) if name.bytes().all(is_of_name) => {
                small.extend([name, ":", value]);
            }
            _ => small.push_str(line),
        }
    }
    small
}

/// Whether a property's name may have it.
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}
