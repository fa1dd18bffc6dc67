/**
 * Reads the built site as a browser would: every link leads to a page and to a heading of it, no page asks
 * another host for anything, and the lab's own scripts are small.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const site = fileURLToPath(new URL('dist', import.meta.url));
const base = process.env.SITE_BASE ?? '/';
const files = readdirSync(site, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
const pages = new Map(
  files
    .filter((path) => path.endsWith('.html'))
    .map((path) => [path, readFileSync(join(site, path), 'utf8')]),
);
const anchors = new Map(
  [...pages].map(([path, html]) => [
    path,
    new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
);

const problems = [...pages].flatMap(([path, html]) => [
  ...(path !== '404.html' && html.includes('PAGE NOT FOUND') ? [`${path}: was not rendered`] : []),
  ...[...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
    .filter(([, href]) => !leads(path, decode(href)))
    .map(([, href]) => `${path}: ${href} leads nowhere`),
  ...[
    ...html.matchAll(
      /<(?:link|script|img|iframe|source|video)\b[^>]*\s(?:src|href)="(\w+:)?\/\/[^"]+"/g,
    ),
  ].map(([tag]) => `${path}: asks another host: ${tag}`),
]);
for (const style of files.filter((path) => path.endsWith('.css'))) {
  const text = readFileSync(join(site, style), 'utf8');
  for (const [use] of text.matchAll(/(?:url\(|@import )["']?(?:\w+:)?\/\/[^)]+/g)) {
    problems.push(`${style}: asks another host: ${use}`);
  }
}
/** Kilobytes after gzip that the lab may add to a page: all of its components, and the worker with the library. */
const LAB_LIMIT = 150;
const labBytes = labScripts().map((path) => gzipSync(readFileSync(join(site, path))).length);
const labKilobytes = labBytes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
if (labKilobytes > LAB_LIMIT) {
  problems.push(`the lab's scripts have ${labKilobytes} kB after gzip, more than ${LAB_LIMIT}`);
}

for (const problem of problems) console.error(problem);
console.log(`${pages.size} pages, ${problems.length} problems; the lab: ${labKilobytes} kB`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The chunks that are not VitePress' own, and the worker that they start. */
function labScripts() {
  const chunks = files.filter(
    (path) =>
      /^assets\/chunks\/.*\.js$/.test(path) &&
      !/\/(?:framework|theme|@localSearch|VPLocalSearch|run_example)/.test(path),
  );
  const started = chunks.flatMap((path) =>
    [...readFileSync(join(site, path), 'utf8').matchAll(/assets\/worker-[\w-]+\.js/g)].map(String),
  );
  if (started.length === 0) throw new Error('no chunk of the lab starts a worker');
  return [...chunks, ...new Set(started)];
}

function leads(page, href) {
  if (/^(https?|mailto):/.test(href)) return true;
  const [path, anchor] = href.split('#');
  const absolute = path.startsWith('/') ? path : posix.join('/', posix.dirname(page), path);
  const inside = path.startsWith('/') ? absolute.slice(base.length) : absolute.slice(1);
  const target =
    path === '' ? page : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (!existsSync(join(site, target))) return false;
  return (
    anchor === undefined || anchor === '' || anchors.get(target)?.has(decodeURIComponent(anchor))
  );
}

function decode(text) {
  return text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}
