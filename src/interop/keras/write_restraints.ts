/** Penalties and constraints of dense layers, as regularizers and constraints of Keras and TensorFlow.js. */
import { OptionError } from '../../errors/errors.ts';
import type { Constraint } from '../../nn/constraint.ts';
import type { Layer } from '../../nn/layer.ts';
import type { Penalty } from '../../nn/penalty.ts';
import type { Model } from '../../nn/sequential.ts';

type Config = Readonly<Record<string, unknown>>;
type Written = readonly [className: string, config: Config];

/** `λ₁ Σ |p| + λ₂ Σ p²` there; the squares have a half here. */
const PENALTIES: Readonly<Record<string, (options: Penalty['options']) => Config>> = {
  l1Penalty: ({ strength }) => ({ l1: strength, l2: 0 }),
  l2Penalty: ({ strength }) => ({ l1: 0, l2: strength / 2 }),
  elasticPenalty: ({ l1, l2 }) => ({ l1, l2: l2 / 2 }),
};

const CONSTRAINTS: Readonly<Record<string, (options: Constraint['options']) => Written>> = {
  maxNorm: ({ max }) => ['MaxNorm', { max_value: max, axis: 0 }],
  unitNorm: () => ['UnitNorm', { axis: 0 }],
  nonNegative: () => ['NonNeg', {}],
};

const PARTS = [
  { ours: 'weight', theirs: 'kernel', constraints: Object.keys(CONSTRAINTS) },
  // The norm of a bias is over all units there, and of each here.
  { ours: 'bias', theirs: 'bias', constraints: ['nonNegative'] },
] as const;

interface Restraints {
  readonly penalty: Penalty | undefined;
  readonly constraint: Constraint | undefined;
}

const restraints = ({ options }: Layer, part: (typeof PARTS)[number]['ours']) =>
  ({
    penalty: options[`${part}Penalty`],
    constraint: options[`${part}Constraint`],
  }) as Restraints;

/** The settings of a dense layer that predictions do not need; what there is none for there is left out. */
export function restraintConfig(layer: Layer, dialect: 'keras' | 'tfjs'): Config {
  const written = ([className, config]: Written, module: string) =>
    dialect === 'tfjs'
      ? { class_name: className, config }
      : { module: `keras.${module}`, class_name: className, config, registered_name: null };
  const entries = PARTS.flatMap(({ ours, theirs, constraints }): [string, unknown][] => {
    const { penalty, constraint } = restraints(layer, ours);
    const said: [string, unknown][] = [];
    if (penalty !== undefined && Object.hasOwn(PENALTIES, penalty.name)) {
      const config = PENALTIES[penalty.name](penalty.options);
      said.push([`${theirs}_regularizer`, written(['L1L2', config], 'regularizers')]);
    }
    if (constraint !== undefined && (constraints as readonly string[]).includes(constraint.name)) {
      const made = CONSTRAINTS[constraint.name](constraint.options);
      said.push([`${theirs}_constraint`, written(made, 'constraints')]);
    }
    return said;
  });
  return Object.fromEntries(entries);
}

/** @throws OptionError where training would go on there without a penalty or a constraint, by name */
export function checkRestraints(model: Model, dialect: 'keras' | 'tfjs'): void {
  for (const { layer, name } of model.layers) {
    if (!('type' in layer) || layer.type !== 'dense') continue;
    for (const { ours, ...part } of PARTS) {
      const { penalty, constraint } = restraints(layer, ours);
      // TensorFlow.js reads constraints, and no update there applies them.
      const constraints: readonly string[] = dialect === 'tfjs' ? [] : part.constraints;
      const isLost =
        (penalty !== undefined && !Object.hasOwn(PENALTIES, penalty.name)) ||
        (constraint !== undefined && !constraints.includes(constraint.name));
      if (!isLost) continue;
      throw new OptionError({
        where: 'exportModel.training',
        expected: `of a ${ours} penalties ${Object.keys(PENALTIES).join(', ')} and constraints ${constraints.join(', ') || 'none'}`,
        received: `${[penalty?.name, constraint?.name].filter(Boolean).join(', ')} of ${name}.${ours}`,
        remedy: 'Leave training out: predictions are the same without it.',
      });
    }
  }
}
