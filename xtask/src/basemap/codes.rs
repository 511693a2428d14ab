//! Codes: the atlas's three letters to ISO 3166-1 alpha-2.

use anyhow::Context;

/// What the atlas shows and ISO 3166-1 alpha-3 does not have. The map follows the United Nations'
/// view, as the atlas does elsewhere, so two shapes join the country they belong to.
const BEYOND_ISO: [(&str, [u8; 2]); 3] = [
    ("CYN", *b"CY"), // Northern Cyprus, with Cyprus
    ("SOL", *b"SO"), // Somaliland, with Somalia
    ("XKX", *b"XK"), // Kosovo: the user-assigned code that Unicode's CLDR names it by
];

/// The two-letter code for the atlas's three letters.
pub(crate) fn alpha2(a3: &str) -> anyhow::Result<[u8; 2]> {
    if let Some((_, code)) = BEYOND_ISO.iter().find(|(special, _)| *special == a3) {
        return Ok(*code);
    }
    let country = rust_iso3166::from_alpha3(a3)
        .with_context(|| format!("{a3:?} is not in ISO 3166-1: add it to BEYOND_ISO"))?;
    Ok(country.alpha2.as_bytes().try_into()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_iso_with_named_exceptions() {
        assert_eq!(alpha2("AZE").unwrap(), *b"AZ");
        assert_eq!(alpha2("KOR").unwrap(), *b"KR");
        assert_eq!(alpha2("XKX").unwrap(), *b"XK");
        assert_eq!(alpha2("SOL").unwrap(), *b"SO");
        assert_eq!(
            alpha2("???").unwrap_err().to_string(),
            r#""???" is not in ISO 3166-1: add it to BEYOND_ISO"#
        );
    }
}
