/**
 * What an optimizer is: initial state for a parameter, and a pure function from parameter, gradient
 * and state to the new ones, written in operations. So it can be traced, fused and compiled.
 */
import type { Tensor } from '../tensor/tensor.ts';

/** State of one parameter by name, such as `momentum`; every tensor in the parameter's shape. */
export type OptimizerState = Readonly<Record<string, Tensor>>;

/** Where an optimizer continues: its state after a number of updates, wherever they were. */
export interface OptimizerStart {
  /** By name, such as `layers.0.weight.momentum`, as `trainer.optimizerState()` gives it. */
  readonly tensors: OptimizerState;
  /** How many updates there have been, which bias corrections count. */
  readonly updates: number;
}

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

export interface Update {
  readonly parameter: Tensor;
  readonly state: OptimizerState;
}

/** Options that a group of parameters overrides. */
export interface ParameterGroup {
  /**
   * Which parameters: those of a layer by its name (`layers.1` means `layers.1.weight`, and not
   * `layers.10.weight`), one parameter by its full name, or those for which a function says true.
   */
  readonly parameters: string | ((name: string) => boolean);
  readonly learningRate?: number;
  readonly weightDecay?: number;
  readonly l2?: number;
}

export interface Optimizer {
  readonly name: string;
  /** The optimizer that this one wraps, if it does, as `lookahead` does. */
  readonly inner?: Optimizer;
  /** The learning rate before any schedule. */
  readonly learningRate: number;
  /** All options with defaults filled in, for reading and saving. */
  readonly options: Readonly<Record<string, number | boolean>>;
  readonly groups: readonly ParameterGroup[];
  /**
   * The initial state of a parameter.
   * @throws OptionError for an option that is not what it may be any more in the parameter's dtype
   */
  init(parameter: Tensor): OptimizerState;
  /** Numbers that depend on the iteration alone (counted from 1), such as bias corrections. */
  scalars(iteration: number): Readonly<Record<string, number>>;
  /** The new parameter and state. Nothing is changed in place. */
  update(request: UpdateRequest): Update;
  /** The optimizer with the options of a group. */
  forGroup(group: ParameterGroup): Optimizer;
}
