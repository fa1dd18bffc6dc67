/**
 * Prints a module as WebAssembly text: the same instruction stream that becomes its bytes, with
 * operands folded into the instructions that take them. Any WebAssembly tool can assemble it.
 */
import { ALIGNMENT, MOST_PAGES, memoryImport } from './encode.ts';
import type { WasmFunction } from './function.ts';
import { type InstructionName, instructions } from './instructions.ts';
import type { ModuleBuilder } from './module.ts';
import type { Value } from './values.ts';

const width = 90;

export function moduleText({ functions, entries, shared }: ModuleBuilder): string {
  const { module, field } = memoryImport;
  const parts = [
    `(import "${module}" "${field}" (memory ${shared ? `0 ${MOST_PAGES} shared` : 0}))`,
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

function bodyText(stream: readonly Value[]): string {
  const lines: string[] = [];
  /** The expressions whose results lie on the operand stack. */
  const stack: string[] = [];
  let depth = 0;
  const print = (text: string) => lines.push(indent(text, depth));
  for (const instruction of stream) {
    const { name, type } = instruction;
    const head = `${name} ${immediatesText(instruction)}`.trimEnd();
    const takes = instruction.operands.length;
    const operands = takes === 0 ? [] : stack.splice(-takes);
    if (name === 'end') {
      depth -= 1;
      print('end');
    } else if (name === 'block' || name === 'loop' || name === 'if') {
      operands.forEach(print);
      print(head);
      depth += 1;
    } else if (type === 'void') {
      print(fold(head, operands));
    } else {
      stack.push(fold(head, operands));
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

/** What an instruction carries in its own bytes. */
function immediatesText({ name, immediates }: Value): string {
  const [first, second] = immediates;
  switch (instructions[name as InstructionName]?.immediate) {
    case 'memory':
      return `offset=${first ?? 0} align=${1 << ALIGNMENT}`;
    case 'memoryLane':
      return `offset=${first} align=${1 << ALIGNMENT} ${second}`;
    case 'shuffle':
      return (first as number[]).join(' ');
    case 'v128':
      return `${first} ${(second as number[]).map(float).join(' ')}`;
    case undefined: // control: a label, which comes after the index that stands for it
      return immediates.length === 0 ? '' : `$${immediates.at(-1)}`;
    default:
      return immediates.join(' ');
  }
}

/** A number as WebAssembly text writes it; the digits of JavaScript name the same float. */
function float(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
