/** A page of HTML that needs nothing else: no network, no script. */
import { escaped } from '../markup.ts';

/** Markup, as opposed to text, which is escaped on its way into it. */
export interface Html {
  readonly html: string;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1a1d21; --soft: #4d5660; --line: #d9dde1; --box: #f5f6f8 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16191d; --ink: #eceff2; --soft: #aab3bc; --line: #343b43; --box: #1f242a }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 860px; margin: 0 auto; padding: 24px 20px 64px }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .4em 0; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; margin: 2.2em 0 .6em; padding-top: .6em; border-top: 1px solid var(--line) }
p { margin: .5em 0; overflow-wrap: anywhere }
.soft { color: var(--soft) }
.scroll { overflow-x: auto; margin: .6em 0 }
pre { margin: 0; padding: 12px 14px; background: var(--box); border-radius: 6px; font: 13px/1.45 ui-monospace, monospace; width: max-content; min-width: 100% }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: 4px 14px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); white-space: nowrap }
th { font-weight: 600; color: var(--soft) }
td.number, th.number { text-align: right }
svg { display: block; max-width: 100%; height: auto }
.narrow { display: none }
@media (max-width: 640px) {
  main { padding: 12px 14px 48px }
  .wide { display: none }
  .narrow { display: block }
}
@media print { h2 { break-after: avoid } svg, table, pre { break-inside: avoid } }
`;

/** No source of anything is allowed but the styles within: whatever a text says, nothing is fetched or run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function page(title: string, language: string, body: readonly Html[]): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...body.map(({ html }) => html),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

export function section(heading: string, ...parts: readonly Html[]): Html {
  const inner = parts.map(({ html }) => html).join('\n');
  return { html: `<section>\n<h2>${escaped(heading)}</h2>\n${inner}\n</section>` };
}

export function paragraph(text: string): Html {
  return { html: `<p>${escaped(text)}</p>` };
}

/** Text as it is, with its columns. */
export function preformatted(text: string): Html {
  return { html: `<div class="scroll" tabindex="0"><pre>${escaped(text)}</pre></div>` };
}

/** @param numeric the columns on the right, by number */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[],
): Html {
  const cell = (tag: string) => (text: string, k: number) =>
    `<${tag}${numeric.includes(k) ? ' class="number"' : ''}>${escaped(text)}</${tag}>`;
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map(cell(tag)).join('')}</tr>`;
  const top = head.length === 0 ? '' : `<thead>${line(head, 'th')}</thead>`;
  const body = rows.map((row) => line(row, 'td')).join('\n');
  return {
    html: `<div class="scroll" tabindex="0"><table>${top}<tbody>\n${body}\n</tbody></table></div>`,
  };
}

/** A picture in two layouts, for wide and for narrow screens, whose texts have the same size on both. */
export function picture(draw: (width: number) => string): Html {
  return {
    html: `<div class="wide">\n${draw(760)}</div>\n<div class="narrow">\n${draw(360)}</div>`,
  };
}
