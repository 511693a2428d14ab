//! Command line: a line of text that runs here as it would in a shell, for the few things our
//! lines use: `NAME=value` in front, words between spaces, `*` in file names.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::workspace;

/// The command of a line, to run in the workspace's root.
pub(crate) fn parse(line: &str) -> Result<Command> {
    let mut words = line.split_whitespace().peekable();
    let mut variables = Vec::new();
    while let Some(pair) = words.peek().and_then(|word| word.split_once('=')) {
        variables.push(pair);
        words.next();
    }
    let program = words.next().context("an empty command line")?;
    let mut command = workspace::command(program);
    command.envs(variables);
    for word in words {
        if word.contains('*') {
            command.args(files(word)?);
        } else {
            command.arg(word);
        }
    }
    Ok(command)
}

/// The files of the workspace that a pattern stands for, relative to its root.
fn files(pattern: &str) -> Result<Vec<String>> {
    let pattern_here = workspace::path(pattern);
    let mut files = Vec::new();
    for file in glob::glob(&pattern_here.to_string_lossy())? {
        let file = file?;
        let relative = file.strip_prefix(workspace::root()).unwrap_or(&file);
        files.push(relative.to_string_lossy().into_owned());
    }
    if files.is_empty() {
        bail!("no file matches {pattern}");
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_words_and_patterns_come_apart() {
        let command = parse("A=-Dwarnings cargo fmt Cargo.t*").unwrap();
        assert!(command.get_envs().any(|(name, value)| {
            name == "A" && value.is_some_and(|value| value == "-Dwarnings")
        }));
        assert!(command.get_args().eq(["fmt", "Cargo.toml"]));
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_an_error() {
        let error = parse("node --test tests/web/*.nothing").unwrap_err();
        assert_eq!(error.to_string(), "no file matches tests/web/*.nothing");
    }
}
