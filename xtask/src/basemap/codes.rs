//! Codes: the atlas's three letters, or ISO's three digits, to ISO 3166-1 alpha-2.

use anyhow::Context;

/// What the atlas shows and ISO 3166-1 alpha-3 does not have. The map follows the United Nations'
/// view, as the atlas does elsewhere, so some shapes join the country they belong to.
const BEYOND_ISO: [(&str, Option<[u8; 2]>); 7] = [
    ("ATC", Some(*b"AU")), // Ashmore and Cartier Islands, a territory of Australia
    ("CYN", Some(*b"CY")), // Northern Cyprus, with Cyprus
    ("IOA", Some(*b"AU")), // Christmas Island and the Cocos Islands in one shape, Australia's too
    ("KAS", None),         // Siachen Glacier, which more than one country claims
    ("SOL", Some(*b"SO")), // Somaliland, with Somalia
    ("XKX", Some(*b"XK")), // Kosovo: the user-assigned code that Unicode's CLDR names it by
    ("", None),            // shapes of the 10m atlas without a code, all of them contested or tiny
];

/// The two-letter code for the atlas's three letters or digits; `None` for land that has none.
pub(crate) fn alpha2(atlas: &str) -> anyhow::Result<Option<[u8; 2]>> {
    if let Some((_, code)) = BEYOND_ISO.iter().find(|(special, _)| *special == atlas) {
        return Ok(*code);
    }
    let country = rust_iso3166::from_alpha3(atlas)
        .or_else(|| rust_iso3166::from_numeric_str(atlas))
        .with_context(|| format!("{atlas:?} is not in ISO 3166-1: add it to BEYOND_ISO"))?;
    Ok(Some(country.alpha2.as_bytes().try_into()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_iso_with_named_exceptions() {
        assert_eq!(alpha2("AZE").unwrap(), Some(*b"AZ"));
        assert_eq!(alpha2("031").unwrap(), Some(*b"AZ"));
        assert_eq!(alpha2("XKX").unwrap(), Some(*b"XK"));
        assert_eq!(alpha2("KAS").unwrap(), None);
        assert_eq!(
            alpha2("???").unwrap_err().to_string(),
            r#""???" is not in ISO 3166-1: add it to BEYOND_ISO"#
        );
    }
}
