/**
 * What an optimizer is: initial state for a parameter, and a pure function from parameter, gradient
 * and state to the new ones, written in operations. So it can be traced, fused and compiled.
 */
import type { Tensor } from '../tensor/tensor.ts';

/** State of one parameter by name, such as `momentum`; every tensor in the parameter's shape. */
export type OptimizerState = Readonly<Record<string, Tensor>>;

export interface UpdateRequest {
  readonly parameter: Tensor;
  readonly gradient: Tensor;
  readonly state: OptimizerState;
  /**
   * Scalars, inputs of the update and not constants: `learningRate` (scheduled) and whatever
   * `scalars` gives for the iteration.
   */
  readonly scalars: Readonly<Record<string, Tensor>>;
}

/** Options that a group of parameters overrides. */
export interface ParameterGroup {
  /** Which parameters: those whose name starts with this (`layers.0`), or for which this is true. */
  readonly parameters: string | ((name: string) => boolean);
  readonly learningRate?: number;
  readonly weightDecay?: number;
}

export interface Optimizer {
  readonly name: string;
  /** The learning rate before any schedule. */
  readonly learningRate: number;
  /** All options with defaults filled in, for reading and saving. */
  readonly options: Readonly<Record<string, number | boolean>>;
  readonly groups: readonly ParameterGroup[];
  /** The initial state of a parameter. */
  init(parameter: Tensor): OptimizerState;
  /** Numbers that depend on the iteration alone (counted from 1), such as bias corrections. */
  scalars(iteration: number): Readonly<Record<string, number>>;
  /** The new parameter and state. Nothing is changed in place. */
  update(request: UpdateRequest): { readonly parameter: Tensor; readonly state: OptimizerState };
  /** The optimizer with the options of a group. */
  forGroup(group: ParameterGroup): Optimizer;
}
