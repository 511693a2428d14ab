//! Parts: which of the widget's parts a page asks for.

/// A part that a page can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The field for words to find.
    Search,
    /// The switches over topics.
    Topics,
    /// The years.
    Timeline,
    /// The steps through the story.
    Tour,
    /// The choice of language.
    Language,
    /// Links, citations and files to take away.
    Share,
}

/// The parts that are shown: a bit for each, in the order of [`Part`] and of `CONTROLS` in
/// `static/story-map.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(pub u32);

impl Parts {
    /// Whether a part is shown.
    pub fn has(self, part: Part) -> bool {
        self.0 >> part as u32 & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_bit() {
        let parts = Parts(0b01_0010);
        assert!(parts.has(Part::Topics) && parts.has(Part::Language));
        for part in [Part::Search, Part::Timeline, Part::Tour, Part::Share] {
            assert!(!parts.has(part), "{part:?}");
        }
    }
}
