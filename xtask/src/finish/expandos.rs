//! Expandos: the marks Yew sets on DOM nodes and events. Two Yew programs on one page would take
//! each other's marks for their own and answer each other's clicks, so ours get our own names.

use anyhow::{Result, ensure};

/// All of Yew 0.23's marks. They stand in wasm-bindgen's script, as properties.
const MARKS: [&str; 3] = ["subtree_id", "subtree_cache_key", "listener_id"];

/// The script with the marks renamed. A mark that is not there, or one that is not known, means
/// that Yew has changed: then this file must, too.
pub(super) fn rename(script: &str) -> Result<String> {
    let mut renamed = script.to_owned();
    for mark in MARKS {
        let theirs = format!("__yew_{mark}");
        ensure!(
            renamed.contains(&theirs),
            "Yew's mark {theirs} is not there: look for its new name in yew/src and mend {}",
            file!()
        );
        renamed = renamed.replace(&theirs, &format!("__story_map_{mark}"));
    }
    let unknown = renamed.split_once(".__yew_").map(|(_, rest)| rest);
    ensure!(
        unknown.is_none(),
        "Yew has a new mark, __yew_{}: add it to {}",
        unknown
            .and_then(|rest| rest.split_whitespace().next())
            .unwrap_or_default(),
        file!()
    );
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "a.__yew_subtree_id = 1; b.__yew_subtree_cache_key; c.__yew_listener_id;";

    #[test]
    fn every_mark_is_renamed_wherever_it_stands() {
        assert_eq!(
            rename(SCRIPT).unwrap(),
            "a.__story_map_subtree_id = 1; b.__story_map_subtree_cache_key; c.__story_map_listener_id;"
        );
    }

    #[test]
    fn a_yew_without_a_mark_is_noticed() {
        let error = rename(&SCRIPT.replace("listener_id", "listener")).unwrap_err();
        let start = "Yew's mark __yew_listener_id is not there";
        assert!(error.to_string().starts_with(start), "{error}");
    }

    #[test]
    fn a_yew_with_a_new_mark_is_noticed() {
        let error = rename(&format!("{SCRIPT} d.__yew_slot_id = 2")).unwrap_err();
        let start = "Yew has a new mark, __yew_slot_id:";
        assert!(error.to_string().starts_with(start), "{error}");
    }
}
