/** The two ways of writing an instruction's immediates: as bytes, and as WebAssembly text. */
import { fixed, signed, unsigned } from './bytes.ts';
import type { Immediates } from './instructions.ts';

/** Immediates of the instructions that a function builder adds by itself. */
export interface ControlImmediates {
  /** A local, a function, or a block counted from the inside; the label is for readers. */
  index: [index: number, label: string];
  /** The start of a block that gives nothing. */
  block: [label: string];
}

export type AnyImmediates = Immediates & ControlImmediates;

type Forms = {
  readonly [Kind in keyof AnyImmediates]: {
    bytes(...immediates: AnyImmediates[Kind]): number[];
    text(...immediates: AnyImmediates[Kind]): string;
  };
};

/**
 * The alignment that memory instructions promise, as a power of two: that of a float32. It is a
 * hint only; what lies at a less aligned address is read correctly too.
 */
const alignment = 2;

export const forms: Forms = {
  none: { bytes: () => [], text: () => '' },
  memory: {
    bytes: (offset = 0) => [alignment, ...unsigned(offset)],
    text: (offset = 0) => `offset=${offset} align=${2 ** alignment}`,
  },
  memoryLane: {
    bytes: (offset, lane) => [alignment, ...unsigned(offset), lane],
    text: (offset, lane) => `offset=${offset} align=${2 ** alignment} ${lane}`,
  },
  shuffle: { bytes: (bytes) => [...bytes], text: (bytes) => bytes.join(' ') },
  i32: { bytes: signed, text: String },
  v128: {
    bytes: (shape, lanes) => fixed(laneTypes[shape], lanes),
    text: (shape, lanes) => `${shape} ${lanes.map(float).join(' ')}`,
  },
  copy: { bytes: () => [0, 0], text: () => '' },
  fill: { bytes: () => [0], text: () => '' },
  index: { bytes: unsigned, text: (_, label) => `$${label}` },
  block: { bytes: () => [0x40], text: (label) => `$${label}` },
};

const laneTypes = { i32x4: 'i32', f32x4: 'f32', f64x2: 'f64' } as const;

/** A number as WebAssembly text writes it; the digits of JavaScript name the same float. */
function float(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
