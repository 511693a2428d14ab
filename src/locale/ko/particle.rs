//! Particle: the endings of Korean that depend on whether the word before ends in a consonant.

/// 과 after a consonant, 와 after a vowel.
pub(super) fn and(word: &str) -> &'static str {
    if ends_in_consonant(word) {
        "과"
    } else {
        "와"
    }
}

/// Whether a word ends in a consonant as a Korean reads it. Brackets and quotes after it are silent.
///
/// Digits are read by their Sino-Korean names (공 or 영, 일, 이, 삼 ...). A word in Latin letters is read as
/// it would be written in Hangul, where l, m, n and the stops b, c, k, p, t close a syllable and other
/// consonants get a vowel of their own (`버스`, `시드`): a rule of thumb, right for most names.
fn ends_in_consonant(word: &str) -> bool {
    match word.chars().rev().find(|&letter| is_heard(letter)) {
        // Syllables stand in the order of their 28 endings, the first of which is none.
        Some(syllable @ '가'..='힣') => {
            !(u32::from(syllable) - u32::from('가')).is_multiple_of(28)
        }
        Some('0' | '1' | '3' | '6' | '7' | '8') => true,
        Some(letter) => matches!(
            letter.to_ascii_lowercase(),
            'b' | 'c' | 'k' | 'l' | 'm' | 'n' | 'p' | 't'
        ),
        None => false,
    }
}

/// Whether it is a letter or a digit of a script whose sounds are known here.
fn is_heard(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_particle_goes_by_the_last_sound() {
        for (word, particle) in [
            ("바쿠", "와"),
            ("서울", "과"),
            ("한국", "과"),
            ("아제르바이잔", "과"),
            ("조지아", "와"),
            ("G20", "과"),
            ("A4", "와"),
            ("2018", "과"),
            ("Seoul", "과"),
            ("Baku", "와"),
            ("Samsung Heavy Industries", "와"),
            ("바쿠(Baku)", "와"),
            ("‘서울’", "과"),
            ("", "와"),
        ] {
            assert_eq!(and(word), particle, "{word}");
        }
    }
}
