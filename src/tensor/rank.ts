/**
 * Ranks as types: what is known of the number of axes before anything runs. `Tensor<2>` is a matrix,
 * `Tensor` one of any rank. Ranks above 4 and what depends on numbers that are known only at run time
 * become `number`, which says nothing and is never wrong. All of it is gone in what runs.
 */
import type { Shape } from './shape.ts';

/** Nested arrays of numbers, as deep as the rank; a plain number for a scalar. */
export type NestedArray = number | readonly NestedArray[];

/** Nested arrays by their depth. */
export interface ArrayOfRank {
  [rank: number]: NestedArray;
  0: number;
  1: number[];
  2: number[][];
  3: number[][][];
  4: number[][][][];
}

/** How deep arrays are nested, where their type says it; a typed array is one axis. */
export type RankOfValues<V> = V extends number
  ? 0
  : V extends ArrayBufferView | readonly number[]
    ? 1
    : V extends readonly (readonly number[])[]
      ? 2
      : V extends readonly (readonly (readonly number[])[])[]
        ? 3
        : V extends readonly (readonly (readonly (readonly number[])[])[])[]
          ? 4
          : number;

/** The rank of a shape whose length is known, such as `[2, 3]`. */
export type RankOfShape<S extends Shape> = S['length'];

export interface OneLess {
  [rank: number]: number;
  1: 0;
  2: 1;
  3: 2;
  4: 3;
}

export interface OneMore {
  [rank: number]: number;
  0: 1;
  1: 2;
  2: 3;
  3: 4;
}

/** The larger of two ranks: that of what is computed from two tensors, element by element. */
export type Broadcast<A extends number, B extends number> = Larger[A][B];

interface Larger {
  [rank: number]: AnyRank;
  0: { [rank: number]: number; 0: 0; 1: 1; 2: 2; 3: 3; 4: 4 };
  1: { [rank: number]: number; 0: 1; 1: 1; 2: 2; 3: 3; 4: 4 };
  2: { [rank: number]: number; 0: 2; 1: 2; 2: 2; 3: 3; 4: 4 };
  3: { [rank: number]: number; 0: 3; 1: 3; 2: 3; 3: 3; 4: 4 };
  4: { [rank: number]: number; 0: 4; 1: 4; 2: 4; 3: 4; 4: 4 };
}

interface AnyRank {
  [rank: number]: number;
}

/** What is left of a rank when axes are reduced: none without `axis`, all with `keepDims`. */
export type Reduced<Rank extends number, O> =
  | (true extends Option<O, 'keepDims'> ? Rank : never)
  | (Option<O, 'keepDims'> extends true ? never : Without<Rank, Option<O, 'axis'>>);

type Without<Rank extends number, Axis> = Axis extends undefined
  ? 0
  : Axis extends number
    ? OneLess[Rank]
    : number;

/** What an option may be, undefined included where it may be left out. */
type Option<O, Name extends string> = Name extends keyof O ? O[Name] : undefined;

/** Where all options are left out. */
export type NoneGiven = Readonly<Record<never, never>>;

/** Options of which the types are to be known, and no others than there are. */
export type Only<Known, O> = O & { readonly [K in Exclude<keyof O, keyof Known>]: never };

/** What replaces one axis by those of the indices: by a vector of them the rank stays. */
export type Gathered<Rank extends number, Indices extends number> = Indices extends 1
  ? Rank
  : Indices extends 0
    ? OneLess[Rank]
    : number;
