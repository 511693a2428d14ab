//! Fault: one thing wrong with a story file, said so that an editor can find and mend it.

use std::fmt;

/// Where something is wrong, what was expected there, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The id of the feature, or its position (`#3` is the third) when it has none;
    /// `None` when the fault lies outside the features.
    pub feature: Option<String>,
    /// The way to the value: `properties.topics[1]`, `story.places[0].coordinates`.
    pub field: String,
    /// What could have stood there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for Fault {
    /// `feature "x": properties.topics[1]: expected one of …, found "sport"`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(feature) = &self.feature {
            write!(f, "feature \"{feature}\": ")?;
        }
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_reads_as_a_sentence() {
        let mut fault = Fault {
            feature: Some("first-visit".to_owned()),
            field: "properties.topics[1]".to_owned(),
            expected: "one of politics, economy".to_owned(),
            found: "\"sport\"".to_owned(),
        };
        assert_eq!(
            fault.to_string(),
            "feature \"first-visit\": properties.topics[1]: \
             expected one of politics, economy, found \"sport\""
        );
        fault.feature = None;
        fault.field.clear();
        assert_eq!(
            fault.to_string(),
            "expected one of politics, economy, found \"sport\""
        );
    }
}
