//! Capitals: a name as an atlas writes that of a country.

use crate::story::Lang;

/// The name in capitals, as its language writes them: Azerbaijani's `i` has a dot in capitals too. Only the
/// letters that names of countries have: those of all scripts would take kilobytes.
pub fn capitals(lang: Lang, name: &str) -> String {
    name.chars().map(|letter| capital(lang, letter)).collect()
}

fn capital(lang: Lang, letter: char) -> char {
    match letter {
        'i' if lang == Lang::Az => 'İ',
        'ı' => 'I',
        'ə' => 'Ə',
        'ğ' => 'Ğ',
        'ş' => 'Ş',
        'à'..='þ' => char::from(letter as u8 - 32), // Latin-1's two cases stand 32 apart
        _ => letter.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::atlas;

    #[test]
    fn every_country_is_written_as_unicode_says() {
        for &lang in Lang::ALL {
            for name in atlas::names(lang).lines() {
                let expected = match lang {
                    Lang::Az => name.replace('i', "İ").to_uppercase(),
                    _ => name.to_uppercase(),
                };
                assert_eq!(capitals(lang, name), expected, "{name}");
            }
        }
    }

    #[test]
    fn azerbaijani_keeps_the_dot() {
        assert_eq!(capitals(Lang::Az, "Qırğızıstan"), "QIRĞIZISTAN");
        assert_eq!(capitals(Lang::Az, "Hindistan"), "HİNDİSTAN");
        assert_eq!(capitals(Lang::En, "India"), "INDIA");
        assert_eq!(capitals(Lang::Ko, "대한민국"), "대한민국");
    }
}
