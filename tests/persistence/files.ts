/** Files that others wrote, and what the tests of all formats ask of a reader. */
import { readFileSync } from 'node:fs';
import { EpochalError } from '../../src/errors/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const folder = new URL('../fixtures/persistence/', import.meta.url);

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, folder));
}

interface Described {
  readonly shape: readonly number[];
  /** Zeros are texts, for the sake of their sign. */
  readonly values: readonly (number | string)[];
}

export const expected: {
  readonly network: { readonly inputs: number[][]; readonly outputs: number[][] };
  readonly exchange: Readonly<
    Record<'deep' | 'named', { inputs: number[][]; outputs: number[][] }>
  >;
  readonly dtypes: Readonly<Record<string, Described>>;
  readonly arrays: Readonly<Record<string, Described>>;
} = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

/** The values as the tensor's dtype rounds them. */
export function valuesOf({ values }: Described, { dtype }: Tensor): number[] {
  return values.map((value) => (dtype === 'float32' ? Math.fround(Number(value)) : Number(value)));
}

/** The error that a call ends with; anything but one of the library's family is a failure. */
export function refusal(run: () => unknown): EpochalError {
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    if (error instanceof EpochalError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${String(result)}`);
}

export function join(...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [
      ...(typeof part === 'string' ? new TextEncoder().encode(part) : part),
    ]),
  );
}

/** The same bytes at an odd address, where typed arrays cannot lie. */
export function misaligned(bytes: Uint8Array): Uint8Array {
  const room = new Uint8Array(bytes.length + 9);
  room.set(bytes, 1);
  return room.subarray(1, 1 + bytes.length);
}
