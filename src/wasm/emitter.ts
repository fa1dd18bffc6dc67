/**
 * Lays out expressions as an instruction stream: operands first, then the instruction that takes
 * them from the stack. Types of operands are checked by the compiler of TypeScript beforehand and by
 * the engine afterwards, so they are not checked here.
 */
import type { control, ResultType, ValueType } from './instructions.ts';
import { AssemblyError, type Local, type Value } from './values.ts';

export interface Emitter {
  readonly stream: readonly Value[];
  readonly locals: readonly Local[];
  /** The label itself the first time, later numbered. */
  unique(label: string): string;
  local<T extends ValueType>(type: T, label?: string): Local<T>;
  owns(local: Value): boolean;
  /** Appends an instruction that is no part of an expression; its operands are on the stack. */
  emit(
    name: keyof typeof control,
    operands: readonly Value[],
    immediates: readonly unknown[],
    type?: ResultType,
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
  const stream: Value[] = [];
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
    owns: (local) => locals[local.immediates[0] as number] === local,
    emit(name, operands, immediates, type = 'void') {
      stream.push({ type, name, operands, immediates });
    },
    evaluate(roots, consume) {
      const uses = countUses(roots);
      const kept = new Map<Value, Local>();
      const push = (value: Value) => {
        const keeper = kept.get(value);
        if (keeper === undefined) {
          for (const operand of value.operands) push(operand);
          append(value);
        } else append(keeper);
        const left = uses?.get(value);
        if (left === undefined) return;
        uses?.set(value, left - 1);
        if (keeper !== undefined) {
          if (left === 1) spare.push(keeper);
        } else if (left > 1 && value.type !== 'void') {
          const keep = takeSpare(value.type);
          emitter.emit('local.tee', [value], keep.immediates, value.type);
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
    if (value.name === 'local.get' && !emitter.owns(value)) {
      const received = `$${value.immediates[1]} of another`;
      emitter.refuse(value.name, 'a local of this function', received);
    }
    stream.push(value);
  }

  return emitter;
}

/** A local or a constant, which is as cheap to read again as to keep. */
function isLeaf(value: Value): boolean {
  return value.operands.length === 0 && value.name !== 'call';
}

/** How often each expression occurs, leaves apart; undefined where none can occur twice. */
function countUses(roots: readonly Value[]): Map<Value, number> | undefined {
  if (roots.length === 1 && roots[0].operands.every(isLeaf)) return undefined;
  const uses = new Map<Value, number>();
  const visit = (value: Value) => {
    if (isLeaf(value)) return;
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) for (const operand of value.operands) visit(operand);
  };
  for (const root of roots) visit(root);
  return uses;
}
