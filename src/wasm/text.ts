/**
 * Prints a module as WebAssembly text: the same instruction stream that becomes its bytes, with
 * operands folded into the instructions that take them. Any WebAssembly tool can assemble it.
 */
import type { Emitted, WasmFunction } from './function.ts';
import { forms } from './immediates.ts';
import type { ModuleBuilder } from './module.ts';
import { memoryImport } from './module.ts';

const width = 90;

export function moduleText({ functions, entries }: ModuleBuilder): string {
  const { module, field } = memoryImport;
  const parts = [
    `(import "${module}" "${field}" (memory 0))`,
    ...functions.map((f) => functionText(f, entries.has(f))),
  ];
  return `(module\n${indent(parts.join('\n\n'))}\n)\n`;
}

export function functionText(f: WasmFunction, exported = false): string {
  const declare = (keyword: string, locals: WasmFunction['locals']) =>
    locals.map(({ type, immediates: [, label] }) => `(${keyword} $${label} ${type})`);
  const arity = Object.keys(f.parameters).length;
  const head = [
    `(func $${f.name}`,
    ...(exported ? [`(export "${f.name}")`] : []),
    ...declare('param', f.locals.slice(0, arity)),
    ...(f.result === 'void' ? [] : [`(result ${f.result})`]),
  ].join(' ');
  const variables = wrap(declare('local', f.locals.slice(arity)));
  return [head, ...variables.map((line) => indent(line)), indent(bodyText(f.stream)), ')'].join(
    '\n',
  );
}

function bodyText(stream: readonly Emitted[]): string {
  const lines: string[] = [];
  /** The expressions whose results lie on the operand stack. */
  const stack: string[] = [];
  let depth = 0;
  const print = (text: string) => lines.push(indent(text, depth));
  for (const { name, kind, immediates, takes, gives } of stream) {
    const write = forms[kind].text as (...args: readonly unknown[]) => string;
    const head = `${name} ${write(...immediates)}`.trimEnd();
    const operands = takes === 0 ? [] : stack.splice(-takes);
    if (name === 'end') {
      depth -= 1;
      print('end');
    } else if (kind === 'block') {
      operands.forEach(print);
      print(head);
      depth += 1;
    } else if (gives) {
      stack.push(fold(head, operands));
    } else {
      print(fold(head, operands));
    }
  }
  for (const result of stack) print(result);
  return lines.join('\n');
}

function fold(head: string, operands: readonly string[]): string {
  const line = `(${[head, ...operands].join(' ')})`;
  if (line.length <= width && !line.includes('\n')) return line;
  return `(${[head, ...operands.map((operand) => indent(operand))].join('\n')})`;
}

function indent(text: string, levels = 1): string {
  return text.replaceAll(/^(?=.)/gm, '  '.repeat(levels));
}

/** Joins words to lines of a limited width. */
function wrap(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
