//! Sheet: the list of cards where it lies over the map of a phone, at one of three heights.
//!
//! The stylesheet says where that is and how high each of them is; here is only which.

/// How much of the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// How many events there are, and the tour.
    Peek,
    /// A card or two, below the map.
    #[default]
    Half,
    /// The list, over the map.
    Full,
}

/// Thrown at this speed it goes on by itself, in pixels a second.
const THROWN: i32 = 400;

impl Sheet {
    /// As the stylesheet calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Peek => "peek",
            Self::Half => "half",
            Self::Full => "full",
        }
    }

    /// One height up.
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Peek => Self::Half,
            _ => Self::Full,
        }
    }

    /// One height down.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Full => Self::Half,
            _ => Self::Peek,
        }
    }

    /// Where it comes to rest when it was dragged to so many percent of its greatest height and let go of at
    /// this speed upwards, in pixels a second.
    #[must_use]
    pub fn dropped(self, percent: i32, speed: i32) -> Self {
        if speed > THROWN {
            self.raised()
        } else if speed < -THROWN {
            self.lowered()
        } else if percent < 33 {
            Self::Peek
        } else if percent < 78 {
            Self::Half
        } else {
            Self::Full
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_to_rest_at_the_nearest_height() {
        for (percent, expected) in [
            (0, Sheet::Peek),
            (20, Sheet::Peek),
            (45, Sheet::Half),
            (60, Sheet::Half),
            (95, Sheet::Full),
            (130, Sheet::Full),
        ] {
            for from in [Sheet::Peek, Sheet::Half, Sheet::Full] {
                assert_eq!(from.dropped(percent, 0), expected, "{from:?}, {percent} %");
            }
        }
    }

    #[test]
    fn thrown_it_goes_one_height_on_however_far_it_was_dragged() {
        assert_eq!(Sheet::Peek.dropped(20, 900), Sheet::Half);
        assert_eq!(Sheet::Half.dropped(50, 900), Sheet::Full);
        assert_eq!(Sheet::Full.dropped(90, -900), Sheet::Half);
        assert_eq!(Sheet::Half.dropped(40, -900), Sheet::Peek);
        assert_eq!(Sheet::Peek.dropped(20, -900), Sheet::Peek);
        assert_eq!(Sheet::Full.dropped(99, 900), Sheet::Full);
    }
}
