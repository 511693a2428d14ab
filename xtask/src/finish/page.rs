//! Page: index.html without what Trunk leaves in it, and with what lets a browser fetch
//! everything at once instead of finding one file in another.

use anyhow::{Context as _, Result};

use super::core::Core;

/// Without Trunk's own tags, which it keeps when it injects no script, and without the lines it
/// emptied in the head.
pub(super) fn without_leftovers(html: &str) -> String {
    let mut in_head = true;
    html.split_inclusive('\n')
        .filter(|line| {
            in_head &= !line.contains("</head>");
            let is_emptied = in_head && line.trim().is_empty();
            !is_emptied && !line.contains("<link data-trunk")
        })
        .collect()
}

/// With links that fetch the program's two files while the loader is still on its way. The
/// WebAssembly's has no integrity, which Chromium does not look at here, and says so on every
/// visit: the loader's own `fetch` checks it, and takes the bytes that are already there.
pub(super) fn with_preloads(html: &str, core: &Core) -> Result<String> {
    let Core {
        script,
        script_integrity,
        wasm,
        ..
    } = core;
    let links = format!(
        r#"  <link rel="modulepreload" href="{script}" integrity="{script_integrity}">
    <link rel="preload" href="{wasm}" as="fetch" crossorigin>
  </head>"#
    );
    let (head, body) = html.split_once("</head>").context("it has no </head>")?;
    Ok([head, &links, body].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_go_and_the_body_stays_as_it_is() {
        let html = "<head>\n    <link data-trunk rel=\"rust\">\n    \n\n    <title>A</title>\n  \
                    </head>\n<body>\n\n<p>B</p>\n</body>\n";
        assert_eq!(
            without_leftovers(html),
            "<head>\n    <title>A</title>\n  </head>\n<body>\n\n<p>B</p>\n</body>\n"
        );
    }

    #[test]
    fn preloads_stand_at_the_end_of_the_head() {
        let core = Core {
            script: "core-1.js".into(),
            script_integrity: "sha384-x".into(),
            wasm: "core-2.wasm".into(),
            wasm_integrity: "sha384-y".into(),
        };
        assert_eq!(
            with_preloads("<head>\n  </head><body>", &core).unwrap(),
            r#"<head>
    <link rel="modulepreload" href="core-1.js" integrity="sha384-x">
    <link rel="preload" href="core-2.wasm" as="fetch" crossorigin>
  </head><body>"#
        );
        assert!(with_preloads("<p>", &core).is_err());
    }
}
