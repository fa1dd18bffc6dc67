/**
 * Copies the lab out of the built site into `dist/site`, which is packed: its pages, and of the assets those that
 * its pages load. The chapters are packed as texts; the API reference and the search are the site's alone.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const site = fileURLToPath(new URL('dist', import.meta.url));
const packed = fileURLToPath(new URL('../../dist/site', import.meta.url));
if (!existsSync(join(site, 'lab'))) {
  console.error('There is no built site. Run npm run site:build first.');
  process.exit(1);
}
const assets = readdirSync(join(site, 'assets'), { recursive: true })
  .map((path) => `assets/${path.replaceAll('\\', '/')}`)
  .filter((path) => statSync(join(site, path)).isFile());
const pages = readdirSync(join(site, 'lab')).map((name) => `lab/${name}`);
const wanted = new Set(
  [...pages, '404.html', 'logo.svg'].filter((path) => existsSync(join(site, path))),
);
// A page goes to another one of the lab without being loaded anew: by their scripts, which no page names.
for (const path of assets) if (/^assets\/(lab_|inter-roman-latin\.)/.test(path)) wanted.add(path);

/** Everything that a file of the lab names is wanted, too, and what that names. */
const read = new Set();
for (const path of wanted) {
  if (read.has(path) || !/\.(html|js|css)$/.test(path)) continue;
  read.add(path);
  const text = readFileSync(join(site, path), 'utf8');
  for (const asset of assets) {
    const name = asset.slice(asset.lastIndexOf('/') + 1);
    const isElsewhere =
      /^(@localSearchIndex|VPLocalSearchBox)/.test(name) || name.endsWith('.woff2');
    if (!isElsewhere && !wanted.has(asset) && text.includes(name)) wanted.add(asset);
  }
}
rmSync(packed, { recursive: true, force: true });
let bytes = 0;
for (const path of wanted) {
  mkdirSync(dirname(join(packed, path)), { recursive: true });
  cpSync(join(site, path), join(packed, path));
  bytes += statSync(join(site, path)).size;
}
console.log(`${wanted.size} files of the lab, ${Math.round(bytes / 1024)} KB, in dist/site`);
