//! Tour: the story told event by event, in time order, by itself if asked to.

/// Whether the story tells itself, and how fast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// Whether it goes on by itself.
    pub playing: bool,
    /// How fast.
    pub pace: Pace,
}

/// How long the tour stays with an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// For who reads all of it.
    Slow,
    /// For who reads most of it.
    #[default]
    Medium,
    /// For who watches the map.
    Fast,
}

impl Pace {
    /// All of them, the slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Medium, Self::Fast];

    /// How long an event with a text of so many characters is shown, in milliseconds: the flight to it
    /// and then time to read, at about 14, 24 or 60 characters a second.
    pub fn stay_ms(self, characters: usize) -> u32 {
        let (flight_ms, per_character_ms) = match self {
            Self::Slow => (4000, 70),
            Self::Medium => (3000, 42),
            Self::Fast => (2000, 16),
        };
        // No text is so long that a reader would wait longer for what comes next.
        let characters = u32::try_from(characters).unwrap_or(u32::MAX).min(1000);
        flight_ms + per_character_ms * characters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_text_and_a_slower_pace_stay_longer() {
        for [slower, faster] in [[Pace::Slow, Pace::Medium], [Pace::Medium, Pace::Fast]] {
            assert!(slower.stay_ms(300) > faster.stay_ms(300));
        }
        assert!(Pace::Medium.stay_ms(400) > Pace::Medium.stay_ms(100));
        assert_eq!(Pace::Slow.stay_ms(1000), Pace::Slow.stay_ms(usize::MAX));
    }
}
