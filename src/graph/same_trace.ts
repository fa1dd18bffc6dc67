/**
 * Whether two traces of one function are the same. If they are not, the function depends on something
 * that no tensor holds, such as a counter of its own: then its trace says nothing about its next call.
 */
import type { Storage } from '../tensor/storage.ts';
import type { Layout, Strided } from '../tensor/strided.ts';
import type { Entry, Trace } from './trace.ts';

/**
 * @param inputs which storages of the first trace stand for which of the second: its inputs
 * @returns what differs, or undefined
 */
export function differenceOfTraces(
  first: Trace,
  second: Trace,
  inputs: ReadonlyMap<Storage, Storage>,
): string | undefined {
  if (first.entries.length !== second.entries.length) {
    return `${first.entries.length} operations, then ${second.entries.length}`;
  }
  const partners = new Map(inputs);
  for (const [index, entry] of first.entries.entries()) {
    const other = second.entries[index];
    const name = nameOf(entry);
    if (name !== nameOf(other) || !isSameValue(attributesOf(entry), attributesOf(other))) {
      return `${name}, then ${nameOf(other)}, or with other attributes`;
    }
    const operands = [...entry.inputs, ...(entry.kind === 'assignment' ? [entry.output] : [])];
    const others = [...other.inputs, ...(other.kind === 'assignment' ? [other.output] : [])];
    const fits =
      operands.length === others.length &&
      operands.every((operand, at) => isSameOperand(operand, others[at], first, partners));
    if (!fits || !isSameLayout(entry.output, other.output)) return `another operand of ${name}`;
    partners.set(entry.output.storage, other.output.storage);
  }
  return undefined;
}

function nameOf(entry: Entry): string {
  return entry.kind === 'assignment' ? 'assign' : entry.operation.name;
}

function attributesOf(entry: Entry): unknown {
  return entry.kind === 'assignment' ? undefined : entry.attributes;
}

function isSameOperand(
  one: Strided,
  other: Strided,
  { captured, computed }: Trace,
  partners: ReadonlyMap<Storage, Storage>,
): boolean {
  if (!isSameLayout(one, other)) return false;
  const partner = partners.get(one.storage);
  if (partner !== undefined || computed.has(one.storage)) return partner === other.storage;
  if (one.storage === other.storage) return true; // it was there before both, or is kept by the first
  if (captured.has(one.storage) && !one.storage.isLent) return false; // what had these numbers may change
  // Constants, made anew each time, or tensors over the array of someone else.
  const { size } = one.storage;
  if (size !== other.storage.size) return false;
  const [numbers, others] = [one.storage.data, other.storage.data];
  for (let i = 0; i < size; i++) if (!Object.is(numbers[i], others[i])) return false;
  return true;
}

function isSameLayout(one: Layout, other: Layout): boolean {
  return (
    one.dtype === other.dtype &&
    one.offset === other.offset &&
    isSameValue(one.shape, other.shape) &&
    isSameValue(one.strides, other.strides)
  );
}

/** Whether attributes are equal: numbers, text, functions, and arrays and objects of these. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => isSameValue(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
