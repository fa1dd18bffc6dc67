/**
 * Lays out expressions as an instruction stream: operands first, then the instruction that takes
 * them from the stack. Checks every operand's type on the way.
 */
import type { Emitted, Parameters } from './function.ts';
import { AssemblyError } from './function.ts';
import type { ValueType } from './instructions.ts';
import { instructions } from './instructions.ts';
import type { Local, Value } from './values.ts';

export const control = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  br_if: 0x0d,
  call: 0x10,
  'local.get': 0x20,
  'local.set': 0x21,
  'local.tee': 0x22,
} as const;

export interface Emitter {
  readonly stream: readonly Emitted[];
  readonly locals: readonly Local[];
  /** The label itself the first time, later numbered. */
  unique(label: string): string;
  local<T extends ValueType>(type: T, label?: string): Local<T>;
  owns(local: Local): boolean;
  emit(
    instruction: keyof typeof control,
    immediates?: readonly unknown[],
    takes?: number,
    gives?: boolean,
  ): void;
  /**
   * Evaluates expressions one after the other and hands each over while it is on top of the stack.
   * What occurs more than once is kept in a spare local until its last use.
   */
  evaluate(roots: readonly Value[], consume?: (position: number) => void): void;
  /** @throws AssemblyError always */
  refuse(instruction: string, expected: string, received: string): never;
}

export function createEmitter(functionName: string): Emitter {
  const stream: Emitted[] = [];
  const locals: Local[] = [];
  const spare: Local[] = [];
  const labels = new Map<string, number>();

  const emitter: Emitter = {
    stream,
    locals,
    unique(label) {
      const count = labels.get(label) ?? 0;
      labels.set(label, count + 1);
      return count === 0 ? label : `${label}.${count}`;
    },
    local(type, label = type) {
      const immediates = [locals.length, emitter.unique(label)] as const;
      const local = { type, name: 'local.get', operands: [], immediates } as const;
      locals.push(local);
      return local;
    },
    owns: ({ immediates }) => locals[immediates[0]]?.immediates === immediates,
    emit(name, immediates = [], takes = 0, gives = false) {
      const kind = (['none', 'block', 'index'] as const)[immediates.length];
      stream.push({ name, opcode: control[name], kind, immediates, takes, gives });
    },
    evaluate(roots, consume) {
      const uses = countUses(roots);
      const kept = new Map<Value, Local>();
      const push = (value: Value) => {
        if (isLeaf(value)) return append(value);
        const left = (uses.get(value) ?? 1) - 1;
        uses.set(value, left);
        const keeper = kept.get(value);
        if (keeper !== undefined) {
          append(keeper);
          if (left === 0) spare.push(keeper);
          return;
        }
        value.operands.forEach(push);
        append(value);
        if (left > 0 && value.type !== 'void') {
          const keep = takeSpare(value.type);
          emitter.emit('local.tee', keep.immediates, 1, true);
          kept.set(value, keep);
        }
      };
      roots.forEach((root, position) => {
        push(root);
        consume?.(position);
      });
    },
    refuse(instruction, expected, received) {
      const where = `function ${functionName}, ${instruction}`;
      throw new AssemblyError({ where, expected, received });
    },
  };

  function takeSpare(type: ValueType): Local {
    const at = spare.findIndex((candidate) => candidate.type === type);
    return at < 0 ? emitter.local(type, 't') : spare.splice(at, 1)[0];
  }

  /** Appends one instruction whose operands are on the stack. */
  function append(value: Value) {
    const { name, operands, immediates, type } = value;
    if (name === 'local.get') {
      const local = value as Local;
      if (!emitter.owns(local)) {
        emitter.refuse(name, 'a local of this function', `$${local.immediates[1]} of another`);
      }
      return emitter.emit('local.get', immediates, 0, true);
    }
    const callee = name === 'call' ? (immediates[2] as Parameters) : undefined;
    const takes = name === 'call' ? Object.values(callee ?? {}) : instructions[name].takes;
    if (operands.length !== takes.length || operands.some(({ type: t }, i) => t !== takes[i])) {
      const given = operands.map((operand) => operand.type);
      emitter.refuse(name, `operands (${takes.join(', ')})`, `(${given.join(', ')})`);
    }
    const gives = type !== 'void';
    if (name === 'call') return emitter.emit(name, immediates.slice(0, 2), takes.length, gives);
    const { opcode, immediate: kind } = instructions[name];
    if (kind !== 'v128' && !immediates.flat().every(isWord)) {
      emitter.refuse(name, 'whole numbers of 32 bits', `${immediates}`);
    }
    if (kind.startsWith('memory') && Number(immediates[0] ?? 0) < 0) {
      emitter.refuse(name, 'an offset from 0 up', `${immediates[0]}`);
    }
    stream.push({ name, opcode, kind, immediates, takes: takes.length, gives });
  }

  return emitter;
}

function isWord(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 32;
}

/** A local or a constant, which is as cheap to read again as to keep. */
function isLeaf(value: Value): boolean {
  return value.operands.length === 0 && value.name !== 'call';
}

/** How often each expression that is not a leaf occurs as a root or as an operand of another. */
function countUses(roots: readonly Value[]): Map<Value, number> {
  const uses = new Map<Value, number>();
  const count = (value: Value) => {
    if (isLeaf(value)) return;
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) value.operands.forEach(count);
  };
  roots.forEach(count);
  return uses;
}
