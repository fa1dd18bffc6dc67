/**
 * Nothing that a user can import is forgotten: what makes a layer, a loss, an optimizer, a schedule or an
 * initializer is in the list of its kind, from which JSON and the command read; has a record, through which
 * the systematic tests run; and a line in its chapter. Things are told by what they are, not by their names:
 * exports by what they return, functions of `src/` by the type that they declare.
 */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as core from '../../src/index.ts';
import * as allInitializers from '../../src/initializers/all.ts';
import * as allLosses from '../../src/losses/all.ts';
import * as allActivations from '../../src/nn/activations/index.ts';
import * as allLayers from '../../src/nn/all.ts';
import * as allOptimizers from '../../src/optimizers/all.ts';
import * as allSchedules from '../../src/schedules/index.ts';
import { CALLS } from '../conformance/errors/misuse/calls.ts';
import { explanations } from '../docs/explanations.ts';
import { documents } from '../docs/markdown.ts';
import { lossRecords } from '../losses/records.ts';
import { layerRecords } from '../nn/records.ts';
import { activations } from '../ops/records/activations.ts';
import { records as optimizerRecords } from '../optimizers/records.ts';
import { scheduleRecords } from '../schedules/records.ts';
import { librarySources, type Source, source } from './sources.ts';

interface Kind {
  /** The type that its factories return. */
  readonly type: string;
  /** What every value of the kind has. */
  readonly members: readonly string[];
  /** The file of the list, from `src/`, and what it exports. */
  readonly list: string;
  readonly all: object;
  /** The file of the records, from `tests/`; left out where tests run over the list itself. */
  readonly records?: string;
  readonly recorded?: readonly string[];
  readonly chapter: string;
}

const KINDS: readonly Kind[] = [
  {
    type: 'Layer',
    members: ['type', 'options', 'build'],
    list: 'nn/all.ts',
    all: allLayers,
    records: 'nn/records.ts',
    recorded: Object.keys(layerRecords),
    chapter: 'docs/layers.md',
  },
  {
    type: 'Loss',
    members: ['name', 'perSample', 'mean'],
    list: 'losses/all.ts',
    all: allLosses,
    records: 'losses/records.ts',
    recorded: Object.keys(lossRecords),
    chapter: 'docs/losses.md',
  },
  {
    type: 'Optimizer',
    members: ['init', 'update', 'scalars'],
    list: 'optimizers/all.ts',
    all: allOptimizers,
    records: 'optimizers/records.ts',
    recorded: optimizerRecords.map(({ name }) => name),
    chapter: 'docs/optimizers.md',
  },
  {
    type: 'Schedule',
    members: ['unit', 'factor'],
    list: 'schedules/index.ts',
    all: allSchedules,
    records: 'schedules/records.ts',
    recorded: Object.keys(scheduleRecords),
    chapter: 'docs/schedules.md',
  },
  {
    type: 'Initializer',
    members: ['name', 'options', 'sample'],
    list: 'initializers/all.ts',
    all: allInitializers,
    chapter: 'docs/layers.md',
  },
];

/** Functions that give a thing of a kind, but make none of a name of its own. */
const NOT_FACTORIES: Readonly<Record<string, string>> = {
  activation: 'makes activations of operations',
  activationAlongAxis: 'makes activations of operations',
  activationWith: 'makes activations of operations',
  defineLayer: 'makes layers of definitions',
  defineOptimizer: 'makes optimizers of definitions',
  drawing: 'makes initializers that draw in bulk',
  formulaActivation: 'makes activations of formulas',
  formulaLoss: 'makes losses of formulas',
  formulaSchedule: 'makes schedules of formulas',
  groupOf: 'chooses among optimizers',
  initializerFromJSON: 'reads all of them',
  loss: 'makes losses of functions',
  lossFactory: 'wraps what makes a loss',
  lossFor: 'makes losses of functions',
  makeOptimizer: 'makes optimizers of definitions',
  optimizerFromJSON: 'reads all of them',
};

const isOf = ({ members }: Kind, value: unknown): boolean =>
  (typeof value === 'object' || typeof value === 'function') &&
  value !== null &&
  members.every((member) => member in value);

/** What an exported function is, by what it returns when it is called rightly. */
function kindOf(name: string, value: unknown): Kind | undefined {
  if (typeof value !== 'function') return undefined;
  const direct = KINDS.find((kind) => isOf(kind, value));
  if (direct !== undefined) return direct;
  // Without arguments, too: meanSquaredError is a loss, and computes when it is given outputs.
  for (const args of [[], CALLS[name]?.() ?? [], CALLS[`initializers.${name}`]?.() ?? []]) {
    try {
      const made: unknown = value(...args);
      const kind = KINDS.find((each) => isOf(each, made));
      if (kind !== undefined) return kind;
    } catch {
      // It needs others, or is a class.
    }
  }
  return undefined;
}

/** Exports that declare to make a thing of a kind: `function lion(...): Optimizer`, `const elu: Activation`. */
function declared({ path, tree }: Source): { path: string; name: string; type: string }[] {
  const found = (name: string, type: ts.TypeNode | undefined) => ({
    path,
    name,
    type: /(?:Activation|ActivationWith<\w+>)$/.test(type?.getText(tree) ?? '')
      ? 'Layer'
      : (/\w*$/.exec(type?.getText(tree) ?? '')?.[0] ?? ''),
  });
  return tree.statements.flatMap((node) => {
    const isExport = ({ kind }: ts.ModifierLike) => kind === ts.SyntaxKind.ExportKeyword;
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
      return node.modifiers?.some(isExport) ? [found(node.name.text, node.type)] : [];
    }
    if (!ts.isVariableStatement(node) || !node.modifiers?.some(isExport)) return [];
    return node.declarationList.declarations
      .filter(({ type }) => type !== undefined && /=>|Activation/.test(type.getText(tree)))
      .map(({ name, type }) => found(name.getText(tree), type));
  });
}

function unlisted(files: readonly Source[]): string[] {
  return files.flatMap(declared).flatMap(({ path, name, type }) => {
    const kind = KINDS.find((each) => each.type === type);
    if (kind === undefined || name in kind.all || Object.hasOwn(NOT_FACTORIES, name)) return [];
    return [`src/${path} makes a ${type}, ${name}, that src/${kind.list} does not export`];
  });
}

const files = librarySources();

describe('what makes something of a kind', () => {
  it('is in the list of its kind, if a file of the library has it', () => {
    expect(unlisted(files)).toEqual([]);
  });

  it('is in the list of its kind, if a user can import it', () => {
    const exported = { ...core, ...core.initializers };
    const missing = Object.entries(exported).flatMap(([name, value]) => {
      if (Object.hasOwn(NOT_FACTORIES, name)) return [];
      const kind = kindOf(name, value);
      if (kind === undefined || name in kind.all) return [];
      return [`${name} makes a ${kind.type}, but src/${kind.list} does not export it`];
    });
    // `constant` is a schedule, and an initializer among the initializers; both are in their lists.
    expect(missing).toEqual([]);
  });

  it('is found by what it declares, whatever its name', () => {
    const planted = (text: string) => unlisted([source('optimizers/x.ts', text)]);
    expect(planted('export function Sign2_sgd(options?: X): Optimizer { return f(); }')).toEqual([
      'src/optimizers/x.ts makes a Optimizer, Sign2_sgd, that src/optimizers/all.ts does not export',
    ]);
    expect(planted('function own(): Optimizer {} export function f(): number {}')).toEqual([]);
    expect(planted('export const f: (options?: X) => Loss = g();')).toHaveLength(1);
    expect(planted('export const f: Activation = g();')).toHaveLength(1);
  });

  it('is not excepted without need', () => {
    const names = new Set(files.flatMap(declared).map(({ name }) => name));
    expect(Object.keys(NOT_FACTORIES).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe.each(KINDS)('each $type of the list', (kind) => {
  const { all, list, records, recorded, chapter } = kind;
  const names = Object.keys(all);

  it('is exported', () => {
    const exported: object = kind.type === 'Initializer' ? core.initializers : core;
    expect(names.length).toBeGreaterThan(5);
    const missing = names.filter((name) => !(name in exported));
    expect(missing.map((name) => `${name} of src/${list} is not exported by src/index.ts`)).toEqual(
      [],
    );
  });

  it('is what the list holds, and nothing else is', () => {
    const own = Object.entries<unknown>({ ...all }).filter(([name, value]) => {
      return kindOf(kind.type === 'Initializer' ? `initializers.${name}` : name, value) !== kind;
    });
    expect(own.map(([name]) => `${name} of src/${list} makes no ${kind.type}`)).toEqual([]);
  });

  it('has a record', () => {
    if (recorded === undefined) return;
    const missing = names.filter((name) => !recorded.includes(name));
    expect(missing.map((name) => `${name} has no record in tests/${records}`)).toEqual([]);
    expect(recorded.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has a line in its chapter', () => {
    const text = documents().filter(({ path }) => path === chapter);
    const explained = explanations(text);
    const missing = names.filter((name) => !explained.has(name));
    expect(missing.map((name) => `${name} is not explained in ${chapter}`)).toEqual([]);
  });
});

describe('each activation', () => {
  it('of single elements has a record', () => {
    const recorded = new Set<unknown>(activations.map(({ activation }) => activation));
    const missing = Object.entries(allActivations).filter(
      ([name, value]) => !recorded.has(value) && !layerRecords[name],
    );
    expect(
      missing.map(([name]) => `${name} has no record in tests/ops/records/activations.ts`),
    ).toEqual([]);
  });
});
