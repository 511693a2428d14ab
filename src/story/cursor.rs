//! Cursor: where in the file the reader is, and what it has learnt on the way.

use super::fault::Fault;
use super::json::Json;
use super::lang::Lang;
use std::collections::BTreeSet;
use std::mem;

/// Carried through the whole reading. It starts at the top of the file.
#[derive(Default)]
pub(super) struct Cursor {
    /// What was wrong, in the order met.
    pub(super) faults: Vec<Fault>,
    /// The languages every text of the story promises to have.
    pub(super) languages: Vec<Lang>,
    /// The ids declared, by kind: also those of records that could not be used, so that one fault in a
    /// place does not make a fault of each event there.
    ids: [BTreeSet<String>; 4],
    /// The feature being read, as its faults name it.
    feature: Option<String>,
    path: Vec<Step>,
}

/// One step down into the file.
#[derive(Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl Cursor {
    /// Reads below a field.
    pub(super) fn field<T>(&mut self, name: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.below(Step::Field(name), read)
    }

    /// Reads an item of a list.
    pub(super) fn item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.below(Step::Item(index), read)
    }

    fn below<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let out = read(self);
        self.path.pop();
        out
    }

    /// Reads a feature: until then, fields are named from its top and faults carry its name.
    pub(super) fn feature<T>(&mut self, name: String, read: impl FnOnce(&mut Self) -> T) -> T {
        let path = mem::take(&mut self.path);
        self.feature = Some(name);
        let out = read(self);
        self.feature = None;
        self.path = path;
        out
    }

    /// Notes a fault of the value here, or of none being here. Nothing can be made of either.
    pub(super) fn fault<'a, T>(
        &mut self,
        expected: impl Into<String>,
        found: impl Into<Option<&'a Json<'a>>>,
    ) -> Option<T> {
        self.note(expected.into(), found.into());
        None
    }

    fn note(&mut self, expected: String, found: Option<&Json<'_>>) {
        let found = found.map_or_else(|| "nothing".to_owned(), Json::shown);
        self.fault_found(expected, found);
    }

    /// Notes a fault here, with what was found in words.
    pub(super) fn fault_found(&mut self, expected: String, found: String) {
        self.faults.push(Fault {
            feature: self.feature.clone(),
            field: self.path(),
            expected,
            found,
        });
    }

    /// Notes a field here that the record does not have.
    pub(super) fn unknown(&mut self, name: &str, expected: String) {
        let mut field = self.path();
        if !field.is_empty() {
            field.push('.');
        }
        field.push_str(name);
        self.faults.push(Fault {
            feature: self.feature.clone(),
            field,
            expected,
            found: format!("\"{name}\""),
        });
    }

    /// Declares an id; false when it was declared before.
    pub(super) fn declare(&mut self, kind: usize, id: &str) -> bool {
        self.ids[kind].insert(id.to_owned())
    }

    /// The ids declared of a kind, in alphabetical order.
    pub(super) fn declared(&self, kind: usize) -> &BTreeSet<String> {
        &self.ids[kind]
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) if path.is_empty() => path.push_str(name),
                Step::Field(name) => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::Item(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_the_way_to_its_value() {
        let mut at = Cursor::default();
        at.field("story", |at| {
            at.field("places", |at| {
                at.item(2, |at| at.fault::<()>("a place", &Json::Number("7")))
            })
        });
        at.feature("x".to_owned(), |at| {
            at.field("id", |at| at.fault::<()>("a slug", None))
        });
        let told: Vec<_> = at.faults.iter().map(Fault::to_string).collect();
        assert_eq!(
            told,
            [
                "story.places[2]: expected a place, found 7",
                "feature \"x\": id: expected a slug, found nothing",
            ]
        );
    }
}
