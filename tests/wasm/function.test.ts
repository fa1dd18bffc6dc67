import { describe, expect, it } from 'vitest';
import { createMemory, instantiate, wasmEngine } from '../../src/wasm/engine.ts';
import type { FunctionBuilder, Label } from '../../src/wasm/function.ts';
import { call } from '../../src/wasm/function.ts';
import { createModule } from '../../src/wasm/module.ts';
import type { Local, Value } from '../../src/wasm/values.ts';
import { AssemblyError, op, splat } from '../../src/wasm/values.ts';
import { execute, numberOf } from './run.ts';

function build(body: (f: FunctionBuilder) => void) {
  return createModule().entry('f', {}, 'void', body);
}

describe('a function', () => {
  it('keeps locals apart and assigns them', () => {
    const memory = execute((f) => {
      const a = f.local('i32', 'a');
      const b = f.local('i32', 'b');
      f.set(a, 5);
      f.set(b, op('i32.add', a, 2));
      f.set(a, op('i32.mul', a, b));
      f.run(op('i32.store', 0, a));
      f.run(op('i32.store', 4, b));
    });
    expect([memory.getInt32(0, true), memory.getInt32(4, true)]).toEqual([35, 7]);
  });

  it('begins with every local at zero', () => {
    const memory = execute((f) => f.run(op('i32.store', 0, f.local('i32'))));
    expect(memory.getInt32(0, true)).toBe(0);
  });

  it('leaves nested blocks and repeats loops by their labels', () => {
    const memory = execute((f) => {
      const i = f.local('i32', 'i');
      const evens = f.local('i32', 'evens');
      f.block((done) => {
        f.loop((again) => {
          f.when(op('i32.eqz', op('i32.and', i, 1)), () => {
            f.branch(done, op('i32.eq', i, 20));
            f.set(evens, op('i32.add', evens, 1));
          });
          f.set(i, op('i32.add', i, 1));
          f.branch(again);
        });
      });
      f.run(op('i32.store', 0, i));
      f.run(op('i32.store', 4, evens));
    });
    expect([memory.getInt32(0, true), memory.getInt32(4, true)]).toEqual([20, 10]);
  });

  it('calls others with arguments by name, whatever order they are given in', () => {
    const module = createModule();
    const subtract = module.define('subtract', { from: 'i32', what: 'i32' }, 'i32', (_, p) =>
      op('i32.sub', p.from, p.what),
    );
    module.entry('run', { x: 'i32' }, 'i32', (_, { x }) =>
      op('i32.add', call(subtract, { what: 3, from: x }), call(subtract, { from: 1, what: x })),
    );
    const { run } = instantiate(module.bytes(), createMemory(0));
    expect(run(10)).toBe(-2);
  });

  it('numbers functions rightly that are defined within the body of another', () => {
    const module = createModule();
    module.entry('run', {}, 'i32', () => {
      const inner = module.define('inner', {}, 'i32', () => op('i32.const', 42));
      return call(inner, {});
    });
    expect(instantiate(module.bytes(), createMemory(0)).run()).toBe(42);
  });

  it('defines a function once under a name', () => {
    const module = createModule();
    const define = () => module.once('one', {}, 'i32', () => op('i32.const', 1));
    module.entry('run', {}, 'i32', () => op('i32.add', call(define(), {}), call(define(), {})));
    expect(module.functions.map(({ name }) => name)).toEqual(['one', 'run']);
    expect(instantiate(module.bytes(), createMemory(0)).run()).toBe(2);
  });
});

describe('within one statement', () => {
  it('an expression that occurs twice is evaluated once', () => {
    const sum = op('i32.add', op('i32.load', 0), 1);
    const value = op('i32.mul', sum, op('i32.sub', op('i32.add', sum, sum), sum));
    expect(numberOf(value)).toBe(1);
    const { stream } = createModule().entry('f', {}, 'i32', () => value);
    const names = stream.map(({ name }) => name);
    expect(names.filter((name) => name === 'i32.load')).toHaveLength(1);
    expect(names.filter((name) => name === 'i32.add')).toHaveLength(2);
  });

  it('a local that kept one value serves for the next', () => {
    const { locals } = build((f) => {
      const x = f.local('i32', 'x');
      const doubled = (value: Value<'i32'>) => op('i32.add', value, value);
      f.set(x, doubled(doubled(doubled(doubled(op('i32.load', 0))))));
      f.set(x, doubled(op('i32.load', 4)));
    });
    expect(locals.map(({ immediates: [, label] }) => label)).toEqual(['x', 't']);
  });

  it('several assignments share what they have in common', () => {
    let stores = 0;
    const memory = execute((f) => {
      const [a, b] = [f.local('i32', 'a'), f.local('i32', 'b')];
      const loaded = op('i32.load', 0);
      f.setAll([
        [a, op('i32.add', loaded, 1)],
        [b, op('i32.add', loaded, 2)],
      ]);
      for (const local of [a, b]) f.run(op('i32.store', 8 + 4 * stores++, local));
    }, Uint8Array.of(40));
    expect([memory.getInt32(8, true), memory.getInt32(12, true)]).toEqual([41, 42]);
  });
});

describe('what is ill-formed in ways that no compiler sees is refused when it is built', () => {
  const [x, y] = [0, 4].map((at) => op('i32.load', at));
  let foreign: Local<'i32'>;
  let ended: Label;
  build((f) => {
    foreign = f.local('i32', 'foreign');
    f.block((exit) => {
      ended = exit;
    });
  });

  it.each<[string, (f: FunctionBuilder) => void, string]>([
    [
      'reading a local of another function',
      (f) => f.set(f.local('i32'), foreign),
      'function f, local.get: Expected a local of this function; received $foreign of another.',
    ],
    [
      'setting a local of another function',
      (f) => f.set(foreign, 1),
      'function f, local.set $foreign: Expected a local of this function; received one of another.',
    ],
    [
      'values that depend on a target of the same statement',
      (f) => {
        const [a, b] = [f.local('i32', 'a'), f.local('i32', 'b')];
        f.setAll([
          [a, x],
          [b, op('i32.add', a, y)],
        ]);
      },
      'function f, setAll: Expected values that do not depend on the targets; received a use of $a.',
    ],
    [
      'a branch to a block that has ended',
      (f) => f.branch(ended),
      'function f, branch: Expected a block around it; received $block, which has ended.',
    ],
    [
      'an offset below 0',
      (f) => f.set(f.local('i32'), op('i32.load', x, -4)),
      'i32.load: Expected a whole number of 32 bits, from 0 up; received -4.',
    ],
    [
      'an address that is not whole',
      (f) => f.set(f.local('i32'), op('i32.load', 0.5)),
      'i32.const: Expected a whole number of 32 bits; received 0.5.',
    ],
  ])('%s', (_, body, message) => {
    expect(() => build(body)).toThrow(new AssemblyError({ ...parts(message) }));
  });
});

describe('what is of the wrong type', () => {
  it('what the types see does not compile', () => {
    const vector = op('v128.load', 0);
    // @ts-expect-error the address is a vector
    op('v128.load', vector);
    // @ts-expect-error one operand is missing
    op('f32x4.add', vector);
    // @ts-expect-error the result is a vector
    const wrong: Value<'i32'> = op('f32x4.add', vector, vector);
    expect(wrong.type).toBe('v128');
  });

  // What the types forbid already is smuggled past them here.
  const vector = splat(1) as unknown as Value<'i32'>;
  it.each<[string, (f: FunctionBuilder) => void]>([
    ['an operand', (f) => f.set(f.local('i32'), op('i32.add', 0, vector))],
    ['a value for a local', (f) => f.set(f.local('i32'), vector)],
    ['a value where a statement belongs', (f) => f.run(vector as unknown as Value<'void'>)],
    ['a condition', (f) => f.when(vector, () => {})],
    ['a result', () => vector],
  ])('is refused by the engine: %s', (_, body) => {
    const module = createModule();
    module.entry('f', {}, 'void', body as (f: FunctionBuilder) => void);
    expect(wasmEngine()?.validate(module.bytes())).toBe(false);
  });
});

/** `where: Expected ...; received ....` as the parts of a complaint. */
function parts(message: string) {
  const [, where, expected, received] =
    /^(.*?): Expected (.*); received (.*)\.$/.exec(message) ?? [];
  return { where, expected, received };
}
