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
/** Kilobytes after gzip that the lab may add to a page: its components, and the worker with the library. */
const LAB_LIMIT = 150;
/** A table that is trained on is data, and no script. */
const DATA = /(["'`])[^"'`\\]{10000,}\1/g;
const labKilobytes = Math.max(...labPages().map(kilobytesOf));
if (labKilobytes > LAB_LIMIT) {
  problems.push(
    `a page of the lab has ${labKilobytes} kB of scripts after gzip, more than ${LAB_LIMIT}`,
  );
}

for (const problem of problems) console.error(problem);
console.log(
  `${pages.size} pages, ${problems.length} problems; the lab: ${labKilobytes.toFixed(1)} kB`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/**
 * For each page of the lab what its view loads: its chunk, what that imports, the worker that is started, and
 * the run of its name that the worker loads.
 */
function labPages() {
  const views = files.filter(
    (path) =>
      /^assets\/chunks\//.test(path) && /from\s*"\.\/use_lab\.[\w-]+\.js"/.test(textOf(path)),
  );
  if (views.length === 0) throw new Error('the site has no page of the lab');
  return views.map((path) => {
    const page = closureOf([path]);
    const workers = [...page].flatMap(
      (one) => textOf(one).match(/assets\/worker-[\w-]+\.js/g) ?? [],
    );
    if (workers.length === 0) throw new Error(`${path} starts no worker`);
    const worker = closureOf(workers);
    const own = [...textOf(path).matchAll(/\bname:"(\w+)"/g)].map(([, name]) => name);
    const run = [...worker]
      .flatMap((one) => [
        ...textOf(one).matchAll(/(\w+):async\(\)=>\(await import\("\.\/([\w.@-]+\.js)"/g),
      ])
      .find(([, view]) => own.includes(view));
    if (run === undefined) throw new Error(`${path} has no run in the worker`);
    return new Set([...page, ...worker, ...closureOf([`assets/${run[2]}`])]);
  });
}

/** Files with all that they import, and that imports, but for what every page of the site has. */
function closureOf(paths) {
  const all = new Set(paths);
  for (const one of all) {
    for (const [, name] of textOf(one).matchAll(/(?:from|import)\s*"\.\/([\w.@-]+\.js)"/g)) {
      if (!/^(?:framework|theme)\./.test(name)) all.add(posix.join(posix.dirname(one), name));
    }
  }
  return all;
}

function kilobytesOf(paths) {
  const sizes = [...paths].map((path) => gzipSync(textOf(path).replace(DATA, '')).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

function textOf(path) {
  return readFileSync(join(site, path), 'utf8');
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
