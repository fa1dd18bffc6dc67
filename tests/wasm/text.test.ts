import { describe, expect, it } from 'vitest';
import { call } from '../../src/wasm/function.ts';
import { createModule } from '../../src/wasm/module.ts';
import { moduleText } from '../../src/wasm/text.ts';
import { op, splat } from '../../src/wasm/values.ts';

describe('the text of a module', () => {
  it('folds operands, names locals and indents blocks', () => {
    const module = createModule();
    const half = module.define('half', { x: 'v128' }, 'v128', (_, { x }) =>
      op('f32x4.mul', x, splat(0.5)),
    );
    module.entry('halve', { from: 'i32', end: 'i32' }, 'void', (f, { from, end }) => {
      const value = f.local('v128', 'value');
      f.loop((again) => {
        f.set(value, call(half, { x: op('v128.load', from, 16) }));
        f.run(op('v128.store', from, value));
        f.set(from, op('i32.add', from, 16));
        f.branch(again, op('i32.lt_u', from, end));
      });
    });
    expect(moduleText(module)).toBe(`(module
  (import "epochal" "memory" (memory 0))

  (func $half (param $x v128) (result v128)
    (f32x4.mul (local.get $x) (v128.const f32x4 0.5 0.5 0.5 0.5))
  )

  (func $halve (export "halve") (param $from i32) (param $end i32)
    (local $value v128)
    loop $loop
      (local.set $value (call $half (v128.load offset=16 align=4 (local.get $from))))
      (v128.store offset=0 align=4 (local.get $from) (local.get $value))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $loop (i32.lt_u (local.get $from) (local.get $end)))
    end
  )
)
`);
  });

  it('breaks long lines at the operands', () => {
    const module = createModule();
    module.entry('f', { a_long_name: 'i32' }, 'i32', (_, { a_long_name: x }) => {
      const sum = op('i32.add', op('i32.mul', x, 3), op('i32.mul', x, 5));
      return op('i32.sub', sum, op('i32.add', op('i32.mul', x, 7), 9));
    });
    expect(moduleText(module)).toContain(`
    (i32.sub
      (i32.add
        (i32.mul (local.get $a_long_name) (i32.const 3))
        (i32.mul (local.get $a_long_name) (i32.const 5)))
      (i32.add (i32.mul (local.get $a_long_name) (i32.const 7)) (i32.const 9)))
`);
  });

  it('writes the numbers that JavaScript spells differently', () => {
    const module = createModule();
    const lanes = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, -0];
    module.entry('f', {}, 'v128', () => op('v128.const', 'f32x4', lanes));
    expect(moduleText(module)).toContain('(v128.const f32x4 inf -inf nan -0)');
  });

  it('says what memory it is', () => {
    expect(moduleText(createModule())).toContain('(memory 0)');
    expect(moduleText(createModule(true))).toContain('(memory 0 65536 shared)');
  });
});
