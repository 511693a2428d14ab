// Trunk's post_build hook: `cargo xtask finish`, built as ever, not with the release's special flags.

import { spawnSync } from "node:child_process";

delete process.env.RUSTC_BOOTSTRAP;
const { status } = spawnSync("cargo", ["run", "--quiet", "--package", "xtask", "--", "finish"], { stdio: "inherit" });
process.exit(status ?? 1);
