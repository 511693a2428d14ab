// Finds the programs that the tests start.

import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The program that the variable names; else the first of these that is on the PATH, where cargo installs, or in `folder`. */
export function program(variable, names, folder = "") {
  if (process.env[variable]) return process.env[variable];
  const folders = [...process.env.PATH.split(delimiter), join(homedir(), ".cargo/bin"), folder];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`not installed: ${names.join(" or ")}; \`cargo xtask test\` installs it, or name it in ${variable}`);
  return found;
}
