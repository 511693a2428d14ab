//! Guard: tells the loader when the program crashes.
//!
//! A panic ends the program in the middle of a call, and so does running out of memory or stack. Each
//! call into it, from the loader, a click or an animation frame, passes through wasm-bindgen's script;
//! here they get a net under them.

use anyhow::{Result, ensure};

/// Where wasm-bindgen's script keeps the functions of the program that has started.
const EXPORTS: &str = "wasm = instance.exports;";

const NET: &str = "
let crashed = () => {};
/** Calls back with the reason when the program crashes. It is beyond repair then. */
export function on_crash(callback) {
    crashed = callback;
}
function guarded(exports) {
    const guard = (call) => (...values) => {
        try {
            return call(...values);
        } catch (error) {
            // Of too deep a stack Firefox has an error of its own kind.
            if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error.name === 'InternalError') crashed(error.message);
            throw error;
        }
    };
    return Object.fromEntries(Object.entries(exports).map(([name, value]) =>
        [name, typeof value === 'function' ? guard(value) : value]));
}
";

/// The script with the net.
pub(super) fn add(script: &str) -> Result<String> {
    ensure!(
        script.contains(EXPORTS),
        "wasm-bindgen's script has no `{EXPORTS}`: see where it keeps them now and mend {}",
        file!()
    );
    Ok(script.replace(EXPORTS, "wasm = guarded(instance.exports);") + NET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_of_the_program_is_guarded() {
        let script =
            add("let wasm;\nfunction done(instance) {\n    wasm = instance.exports;\n}\n").unwrap();
        assert!(script.contains("wasm = guarded(instance.exports);"));
        assert!(script.contains("export function on_crash"));
        assert!(add("let wasm;").is_err());
    }
}
