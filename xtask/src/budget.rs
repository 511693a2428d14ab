//! Budget: what a first view of the page transfers, and how much of that it may.

mod first_view;
pub(crate) mod weighed;

use std::path::Path;

use anyhow::{Result, bail};

use self::weighed::Weighed;

/// One number that is watched.
struct Budget {
    what: &'static str,
    unit: Unit,
    at_most: f64,
    aim: f64,
    now: fn(&[Weighed]) -> f64,
}

#[derive(Clone, Copy)]
enum Unit {
    /// 1000 bytes of brotli.
    Kilobytes,
    Requests,
}

const BUDGETS: &[Budget] = &[
    Budget {
        what: "everything a first view loads",
        unit: Unit::Kilobytes,
        at_most: 160.0,
        aim: 120.0,
        now: |files| kilobytes(files, |_| true),
    },
    Budget {
        what: "of it, WebAssembly",
        unit: Unit::Kilobytes,
        at_most: 120.0,
        aim: 90.0,
        now: |files| kilobytes(files, Weighed::is_wasm),
    },
    Budget {
        what: "a page's own story: its reader",
        unit: Unit::Kilobytes,
        at_most: 40.0,
        aim: 30.0,
        now: |files| kilobytes_of(files.iter().filter(|file| file.name.starts_with("reader-"))),
    },
    Budget {
        what: "files to take away: their maker",
        unit: Unit::Kilobytes,
        at_most: 85.0,
        aim: 60.0,
        now: |files| kilobytes_of(files.iter().filter(|file| file.name.starts_with("saver-"))),
    },
    Budget {
        what: "requests",
        unit: Unit::Requests,
        at_most: 6.0,
        aim: 4.0,
        now: |files| files.iter().filter(|file| file.is_first).count() as f64,
    },
];

/// Prints every file's size and every budget; being over one is an error.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let files = weighed::files(dist)?;
    print_files(&files);
    print_budgets(&files);
    judge(&files)
}

fn kilobytes(files: &[Weighed], counts: impl Fn(&Weighed) -> bool) -> f64 {
    kilobytes_of(files.iter().filter(|file| file.is_first && counts(file)))
}

fn kilobytes_of<'a>(files: impl Iterator<Item = &'a Weighed>) -> f64 {
    files.map(|file| file.brotli).sum::<usize>() as f64 / 1000.0
}

fn print_files(files: &[Weighed]) {
    println!("{:<34}{:>10}{:>10}", "file", "bytes", "brotli");
    for Weighed {
        name,
        raw,
        brotli,
        is_first,
    } in files
    {
        let note = if *is_first {
            ""
        } else {
            "  not in a first view"
        };
        println!("{name:<34}{raw:>10}{brotli:>10}{note}");
    }
    println!();
}

fn print_budgets(files: &[Weighed]) {
    println!(
        "{:<34}{:>10}{:>10}{:>10}",
        "budget", "now", "at most", "aim"
    );
    for Budget {
        what,
        unit,
        at_most,
        aim,
        now,
    } in BUDGETS
    {
        let [now, at_most, aim] = [now(files), *at_most, *aim].map(|number| unit.show(number));
        println!("{what:<34}{now:>10}{at_most:>10}{aim:>10}");
    }
}

/// Names each budget that does not hold, its excess, and the file that weighs most in it.
fn judge(files: &[Weighed]) -> Result<()> {
    let faults: Vec<String> = BUDGETS
        .iter()
        .filter_map(|budget| budget.fault(files))
        .collect();
    if !faults.is_empty() {
        let heaviest = files
            .iter()
            .filter(|file| file.is_first)
            .max_by_key(|file| file.brotli);
        let name = heaviest.map_or("none", |file| &file.name);
        bail!(
            "over budget: {}; the heaviest file is {name}",
            faults.join("; ")
        );
    }
    Ok(())
}

impl Budget {
    fn fault(&self, files: &[Weighed]) -> Option<String> {
        let now = (self.now)(files);
        let [shown, excess, at_most] =
            [now, now - self.at_most, self.at_most].map(|number| self.unit.show(number));
        let text = format!("{}: {shown}, {excess} more than {at_most}", self.what);
        (now > self.at_most).then_some(text)
    }
}

impl Unit {
    fn show(self, number: f64) -> String {
        match self {
            Self::Kilobytes => format!("{number:.1} kB"),
            Self::Requests => format!("{number:.0}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: usize, is_first: bool) -> Weighed {
        Weighed {
            name: name.into(),
            raw: brotli,
            brotli,
            is_first,
        }
    }

    #[test]
    fn a_first_view_within_its_budgets_passes_whatever_else_is_in_dist() {
        let files = [
            file("core.wasm", 120_000, true),
            file("story.pdf", 900_000, false),
        ];
        assert!(judge(&files).is_ok());
    }

    #[test]
    fn an_excess_is_named_with_the_heaviest_file() {
        let files = [
            file("core.wasm", 130_200, true),
            file("index.html", 9_000, true),
        ];
        assert_eq!(
            judge(&files).unwrap_err().to_string(),
            "over budget: of it, WebAssembly: 130.2 kB, 10.2 kB more than 120.0 kB; \
             the heaviest file is core.wasm"
        );
    }
}
