/** No operation is left out of the table that the systematic tests run through. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { foreignToTensors, namesIn } from '../../src/errors/foreign_members.ts';
import * as functions from '../../src/ops/public.ts';
import { Tensor } from '../tensors.ts';
import { records } from './records/index.ts';
import { computationsOf } from './records/samples.ts';

/** The operations that files of `src/` export, told by what they are: a shape rule and a body. */
async function exportedOperations(folder: string): Promise<Map<string, unknown>> {
  const url = new URL(`../../src/${folder}/`, import.meta.url);
  const all = readdirSync(fileURLToPath(url), { recursive: true, encoding: 'utf8' });
  const files = all.filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(
    files.map((name) => import(new URL(name, url).href) as Promise<Record<string, unknown>>),
  );
  const named = modules.flatMap((module) => Object.entries<unknown>({ ...module }));
  return new Map(
    named.filter(
      ([, value]) =>
        typeof value === 'object' && value !== null && 'infer' in value && 'body' in value,
    ),
  );
}

/** As many complaints as there are names. */
const without = (names: readonly string[]) =>
  names.map((name) => `${name} has no record in tests/ops/records/`);

describe('the table of operations', () => {
  const names = new Set(records.map(({ name }) => name));

  it.each(['ops', 'losses'])('has a record of each operation in src/%s', async (folder) => {
    const recorded = new Set<unknown>(records.map(({ operation }) => operation));
    const exported = await exportedOperations(folder);
    expect(exported.size).toBeGreaterThan(0);
    const missing = [...exported].filter(([, operation]) => !recorded.has(operation));
    expect(without(missing.map(([name]) => name))).toEqual([]);
  });

  it('has a record of each function on tensors that the library exports', () => {
    expect(without(Object.keys(functions).filter((name) => !names.has(name)))).toEqual([]);
  });

  it('has a record of each method of a tensor that computes', () => {
    const own = new Set([
      'constructor',
      'toTypedArray',
      'toArray',
      'item',
      'assign',
      'toString',
      'toJSON',
    ]);
    for (const [name] of namesIn(foreignToTensors.methods)) own.add(name);
    const methods = Object.entries(Object.getOwnPropertyDescriptors(Tensor.prototype))
      .filter(([name, { value }]) => typeof value === 'function' && !own.has(name))
      .map(([name]) => name);
    expect(methods.length).toBeGreaterThan(30);
    const missing = methods.filter((name) => !names.has(name) && name !== 'backward');
    expect(without(missing)).toEqual([]);
  });

  it('names each record once, and each operation by its own name', () => {
    expect(names.size).toBe(records.length);
    const misnamed = records.filter(
      ({ name, operation }) => operation && !name.startsWith(operation.name),
    );
    expect(misnamed).toEqual([]);
  });

  it.each(records)('tries $name on nothing, and on more than one element', (record) => {
    const sizes = computationsOf(record, record.dtypes[0]).map(({ inputs, run }) =>
      [...inputs, run(inputs)].map(({ size }) => size),
    );
    expect(sizes.some((one) => one.includes(0))).toBe(true);
    expect(sizes.some((one) => Math.max(...one) > 1)).toBe(true);
  });

  it('says how an operation of several gradients goes back to each input', () => {
    for (const { operation } of records) {
      if (operation === undefined || typeof operation.gradients === 'function') continue;
      expect(operation.rules.length, operation.name).toBe(operation.gradients.length);
    }
  });
});
