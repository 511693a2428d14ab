//! Told: a story as it is told in one language, without what only its editors need.

use super::{Lang, Story};

impl Story {
    /// The story with its people and organisations as a language writes them, or as they stand where
    /// nothing says how, and without the claims of the research.
    #[must_use]
    pub fn told_in(mut self, lang: Lang) -> Self {
        let all_names = std::mem::take(&mut self.names);
        for event in &mut self.events {
            event.claims.clear();
            for name in event.people.iter_mut().chain(&mut event.organisations) {
                let same = all_names.iter().find(|names| {
                    let (_, first) = names.best(Lang::En, &self.languages);
                    first == name
                });
                if let Some(written) = same.and_then(|names| names.get(lang)) {
                    written.clone_into(name);
                }
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::story::{Lang, read};

    #[test]
    fn a_name_is_written_as_the_language_does_where_the_story_says_how() {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        let story = read(text).story.unwrap();
        let organisations = |lang| {
            let story = story.clone().told_in(lang);
            story
                .event("foreign-ministers-seoul-2005")
                .unwrap()
                .organisations[1]
                .clone()
        };
        assert_eq!(
            organisations(Lang::En),
            "Ministry of Foreign Affairs of Azerbaijan"
        );
        assert_eq!(
            organisations(Lang::Az),
            "Azərbaycan Respublikası Xarici İşlər Nazirliyi"
        );
        assert_eq!(organisations(Lang::Ko), "아제르바이잔 외교부");
        let people = story.clone().told_in(Lang::Az);
        let people = &people.event("foreign-ministers-seoul-2005").unwrap().people;
        assert_eq!(people[..2], ["Ban Ki-moon", "Elmar Məmmədyarov"]);
    }
}
