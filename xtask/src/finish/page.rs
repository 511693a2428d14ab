//! Page: index.html without what Trunk leaves in it, and with what lets a browser fetch the
//! program's script at once instead of finding it in another.

use anyhow::{Context as _, Result};

use super::core::Named;

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

/// With an element that fetches the program's script while the loader is still on its way, which finds it
/// there; run by itself it does nothing. A link that preloads it would do, too, but WebKit never asks again for
/// what it could not preload once, not even when the page is loaded anew.
///
/// The WebAssembly has none: WebKit would load it a second time for the loader's `fetch`, Firefox
/// too where a server sends no lifetime. It would save Chromium some 50 ms on slow 4G.
pub(super) fn with_script(html: &str, script: &Named) -> Result<String> {
    let Named {
        name, integrity, ..
    } = script;
    let element =
        format!(r#"  <script type="module" src="{name}" integrity="{integrity}"></script>"#);
    let (head, body) = html.split_once("</head>").context("it has no </head>")?;
    Ok([head, &element, "\n  </head>", body].concat())
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
    fn the_script_stands_at_the_end_of_the_head() {
        let script = Named {
            role: "script",
            name: "core-1.js".into(),
            integrity: "sha384-x".into(),
        };
        assert_eq!(
            with_script("<head>\n  </head><body>", &script).unwrap(),
            r#"<head>
    <script type="module" src="core-1.js" integrity="sha384-x"></script>
  </head><body>"#
        );
        assert!(with_script("<p>", &script).is_err());
    }
}
