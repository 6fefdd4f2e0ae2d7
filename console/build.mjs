// build.mjs: bundles the console into a folder of files that tools/embed puts into the program.
// usage: node build.mjs OUTPUT MODULES      MODULES holds node_modules as package-lock.json has them
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MOST_BYTES = 450 * 1024;
const MOST_PACKED = 180 * 1024;

const here = path.dirname(fileURLToPath(import.meta.url));
const [output, modules] = process.argv.slice(2).map((p) => path.resolve(p));
const require = createRequire(path.join(modules, 'package.json'));

/** Rows of a table of lang/ar, as objects by its header line. */
function table(name) {
  const lines = fs.readFileSync(path.join(here, '../lang/ar', name), 'utf8').split('\n');
  const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  const columns = rows.shift();
  return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
}

/** Countries by ISO 3166-1 alpha-3: Arabic and English name, a point in the middle. */
function countries() {
  return Object.fromEntries(table('countries.tsv')
    .filter((row) => /^[A-Z]{3}$/.test(row.iso3))
    .map((row) => [row.iso3, [row.names.split('|')[0], row.name, Number(row.lat), Number(row.lon)]]));
}

/** What the coder calls its categories in Arabic: the same words as in `isnad code --format text`. */
function vocabulary() {
  return Object.fromEntries(table('interface.tsv').map((row) => [row.key, row.text]));
}

/** Borders of Natural Earth, finer where most of the news comes from. */
function map() {
  const client = require('topojson-client');
  const simplify = require('topojson-simplify');
  const FINE = 0.02; // square degrees of the smallest triangle that is kept
  const FAR = 0.03; // what a triangle elsewhere counts
  let world = require('world-atlas/countries-50m.json');
  delete world.objects.land;
  world = simplify.presimplify(world);
  for (const arc of world.arcs) {
    for (const point of arc) {
      const near = point[0] > -18 && point[0] < 76 && point[1] > -6 && point[1] < 46;
      if (!near && Number.isFinite(point[2])) point[2] *= FAR;
    }
  }
  world = simplify.simplify(world, FINE);
  world = simplify.filter(world, simplify.filterWeight(world, FINE * 3));
  const shapes = world.objects.countries.geometries;
  world.objects.countries.geometries = shapes.filter((g) => g.properties.name !== 'Antarctica');
  for (const shape of shapes) delete shape.properties;
  return client.quantize(world, 1e4);
}

const from = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** IBM Plex Sans Arabic with the letters of Arabic, Persian and Kurdish names; others come from the system's fonts. */
async function fonts() {
  const subset = require('subset-font');
  const arabic = [from(0x600, 0x60f), from(0x61b, 0x670), 'ٱپچڕڤکگڵھۀہۆیێە', from(0x6d4, 0x6d5), from(0x6f0, 0x6f9), '\u200c\u200d\ufd3e\ufd3f'].join('');
  const latin = [from(0x20, 0x7e), from(0xa0, 0xff), 'ĀāĪīŪūĆćČčĐđĘęĞğĠġİıŁłŃńŌōŚśŞşŠšŽž', '–—‘’“”…•←↑→↓−'].join('');
  for (const [name, letters] of [['arabic-400', arabic], ['arabic-600', arabic], ['latin-400', latin], ['latin-600', latin]]) {
    const file = require.resolve(`@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-${name}-normal.woff2`);
    write(`${name}.woff2`, await subset(fs.readFileSync(file), letters, { targetFormat: 'woff2', noHinting: true }));
  }
}

const write = (name, data) => fs.writeFileSync(path.join(output, name), data);

fs.rmSync(output, { recursive: true, force: true });
fs.mkdirSync(output, { recursive: true });
await require('esbuild').build({
  entryPoints: { main: path.join(here, 'src/main.ts'), style: path.join(here, 'src/style.css') },
  outdir: output,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  nodePaths: [path.join(modules, 'node_modules')],
  external: ['*.woff2'],
  define: { VOCABULARY: JSON.stringify(vocabulary()), COUNTRIES: JSON.stringify(countries()) },
  logLevel: 'warning',
});
write('index.html', fs.readFileSync(path.join(here, 'src/index.html')));
write('map.json', JSON.stringify(map()));
write('regions.json', fs.readFileSync(path.join(here, 'regions.json')));
await fonts();
write('licenses.txt', ['uplot', 'd3-geo', 'd3-array', 'topojson-client', 'world-atlas', '@fontsource/ibm-plex-sans-arabic'].map((name) => {
  const folder = path.join(modules, 'node_modules', name);
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}).join('\n\n'));

let bytes = 0;
let packed = 0;
for (const name of fs.readdirSync(output)) {
  const data = fs.readFileSync(path.join(output, name));
  bytes += data.length;
  packed += Math.min(data.length, gzipSync(data, { level: 9 }).length);
}
if (bytes > MOST_BYTES || packed > MOST_PACKED) {
  console.error(`the console has ${bytes} bytes, ${packed} packed: more than ${MOST_BYTES}, ${MOST_PACKED}`);
  process.exit(1);
}
