/**
 * Reads the built site as a browser would: every link leads to a page and to a heading of it, and no page
 * asks another host for anything.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

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
for (const problem of problems) console.error(problem);
console.log(`${pages.size} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

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
