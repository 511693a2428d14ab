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

    /// The nearest to so many percent of the greatest height.
    pub fn dropped(percent: i32) -> Self {
        match percent {
            ..33 => Self::Peek,
            33..78 => Self::Half,
            _ => Self::Full,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_to_rest_at_the_nearest_height() {
        for (percent, expected) in [
            (-20, Sheet::Peek),
            (20, Sheet::Peek),
            (45, Sheet::Half),
            (60, Sheet::Half),
            (95, Sheet::Full),
            (130, Sheet::Full),
        ] {
            assert_eq!(Sheet::dropped(percent), expected, "{percent} %");
        }
    }

    #[test]
    fn it_rises_and_sinks_by_one_height_and_no_farther_than_there_are() {
        let all = [Sheet::Peek, Sheet::Half, Sheet::Full];
        assert_eq!(
            all.map(Sheet::raised),
            [Sheet::Half, Sheet::Full, Sheet::Full]
        );
        assert_eq!(
            all.map(Sheet::lowered),
            [Sheet::Peek, Sheet::Peek, Sheet::Half]
        );
    }
}
