//! Told: a story as it is told in one language, without what only its editors need.

use super::{Lang, Story, Texts};

impl Story {
    /// The story with its people, organisations and publishers as a language writes them, or as they stand
    /// where nothing says how, with the names of its places in other languages for a search to find, and
    /// without the claims of the research.
    #[must_use]
    pub fn told_in(mut self, lang: Lang) -> Self {
        let all_names = std::mem::take(&mut self.names);
        for source in &mut self.sources {
            let stands = |texts: &Texts| texts.best(Lang::En, &self.languages).1.to_owned();
            let name = stands(&source.publisher);
            let names = all_names.iter().find(|names| stands(names) == name);
            let names = names.unwrap_or(&source.publisher);
            let (found, name) = names.best(lang, &self.languages);
            source.publisher = Texts::only(found, name);
        }
        for place in &mut self.places {
            let others = Lang::ALL.iter().filter(|&&other| other != lang);
            let names = others.filter_map(|&other| place.name.get(other));
            place.other_names.extend(names.map(str::to_owned));
        }
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
    use crate::story::{Lang, Texts, read};

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
        let publishers = |lang| {
            let story = story.clone().told_in(lang);
            ["korea-herald-2016-commission", "akia-koica"]
                .map(|id| story.source(id).unwrap().publisher.clone())
        };
        let akia = Texts::only(Lang::Az, "AKİA");
        let herald = |lang, name| Texts::only(lang, name);
        assert_eq!(
            publishers(Lang::En),
            [herald(Lang::En, "The Korea Herald"), akia.clone()]
        );
        assert_eq!(
            publishers(Lang::Az),
            [herald(Lang::En, "The Korea Herald"), akia.clone()]
        );
        assert_eq!(
            publishers(Lang::Ko),
            [herald(Lang::Ko, "코리아헤럴드"), akia]
        );
        let people = story.clone().told_in(Lang::Az);
        let people = &people.event("foreign-ministers-seoul-2005").unwrap().people;
        assert_eq!(people[..2], ["Ban Ki-moon", "Elmar Məmmədyarov"]);
    }
}
