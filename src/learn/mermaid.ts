/** A computation as a Mermaid flowchart: arrows go forward, their labels say what goes backward. */
import { describeShape } from '../errors/describe.ts';
import type { ExplainedValue } from './graph.ts';
import { type Excerpt, showHidden } from './text.ts';
import { showValues } from './values.ts';

const HIDDEN = 'hidden';

export function renderMermaid({ first, hidden, last }: Excerpt): string {
  const shown = [...first, ...last];
  const numbers = new Set(shown.map(({ number }) => number));
  const nodeOf = (number: number) => (numbers.has(number) ? `v${number}` : HIDDEN);
  const edges = shown.flatMap(({ number, inputs, rules }) =>
    inputs.map((input, k) => {
      const label = rules[k] === undefined ? '' : `|"${escapeText(rules[k])}"|`;
      return `  ${nodeOf(input)} -->${label} v${number}`;
    }),
  );
  const gap = hidden === 0 ? [] : [`  ${HIDDEN}[["${showHidden(hidden)}"]]`];
  return ['flowchart TD', ...first.map(node), ...gap, ...last.map(node), ...edges].join('\n');
}

function node({ number, tensor, operation, attributes }: ExplainedValue): string {
  const lines = [
    [operation, ...attributes, tensor.name].filter((text) => text !== '').join(' '),
    `shape ${describeShape(tensor.shape)}`,
    `value ${showValues(tensor)}`,
    ...(tensor.gradient === null ? [] : [`gradient ${showValues(tensor.gradient)}`]),
  ];
  const [open, close] = tensor.source === null ? ['([', '])'] : ['[', ']'];
  return `  v${number}${open}"${lines.map(escapeText).join('<br/>')}"${close}`;
}

/** Mermaid writes characters that it would read as its own as `#name;`. */
function escapeText(text: string): string {
  return text.replace(/[#"<>]/g, (character) => `#${character.charCodeAt(0)};`);
}
