// readability.mjs: Mozilla's Readability over the page set, for comparison. Its packages are not part of this
// project's build: npm install @mozilla/readability jsdom, in a folder that NODE_PATH or the working folder names.
//
// usage: tests/pages.py --dump FOLDER; node bench/readability.mjs FOLDER
import { createRequire } from "module";
import { readFileSync } from "fs";
import { join } from "path";

const require = createRequire(join(process.cwd(), "x.js"));
const { Readability } = require("@mozilla/readability");
const { JSDOM, VirtualConsole } = require("jsdom");

const words = (text) => text.match(/[\p{L}\p{N}\p{M}_]+/gu) || [];
function f1(want, have) {
  const counts = new Map();
  for (const word of want) counts.set(word, (counts.get(word) || 0) + 1);
  let both = 0;
  for (const word of have) {
    if (counts.get(word) > 0) {
      both++;
      counts.set(word, counts.get(word) - 1);
    }
  }
  return (2 * both) / Math.max(want.length + have.length, 1);
}

const pages = JSON.parse(readFileSync(join(process.argv[2], ".gold.json"), "utf8"));
let sum = 0, titles = 0, time = 0;
for (const page of pages) {
  const begun = process.cpuUsage();
  const dom = new JSDOM(page.text, { virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse();
  const used = process.cpuUsage(begun);
  time += used.user + used.system;
  const have = words(article ? article.textContent : "");
  // Captions are counted for it where it keeps them, and not against it.
  const body = Math.max(f1(words(page.body.join(" ")), have), f1(words([...page.body, ...page.captions].join(" ")), have));
  const title = article && words(article.title || "").join(" ") === words(page.title).join(" ");
  sum += body;
  titles += title ? 1 : 0;
  console.log(`${page.name.padEnd(20)} body F1 ${body.toFixed(3)}  title ${title ? 1 : 0}`);
}
console.log(`mean: body F1 ${(sum / pages.length).toFixed(4)}, title ${(titles / pages.length).toFixed(4)}, ${(time / 1000 / pages.length).toFixed(1)} ms a page`);
