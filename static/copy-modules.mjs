// Copies the component scripts that static/js/site.js names, and the modules they import, into static/build/govuk/.

import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const FROM = resolve("node_modules/govuk-frontend/dist/govuk");
const TO = resolve("static/build/govuk");
const NAMED = /components\/([\w-]+\/[\w-]+\.mjs)"/g;
const IMPORTED = /from\s+['"](\.[^'"]+)['"]/g;
const copied = new Set();

function copy(file) {
  if (copied.has(file)) return;
  copied.add(file);
  const target = join(TO, relative(FROM, file));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
  for (const [, path] of readFileSync(file, "utf8").matchAll(IMPORTED)) copy(resolve(dirname(file), path));
}

for (const [, path] of readFileSync("static/js/site.js", "utf8").matchAll(NAMED)) copy(join(FROM, "components", path));
console.log(`Copied ${copied.size} modules.`);
