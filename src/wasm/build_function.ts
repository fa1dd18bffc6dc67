/** Builds one function: turns its statements into an instruction stream. */
import { createEmitter } from './emitter.ts';
import type { FunctionBuilder, Label, Locals, Parameters, WasmFunction } from './function.ts';
import type { ResultType } from './instructions.ts';
import type { Local, Operand, Value } from './values.ts';
import { asValue } from './values.ts';

/** Builds a function from its parameters and a body, which returns the result if there is one. */
export function buildFunction<P extends Parameters, R extends ResultType>(
  name: string,
  parameters: P,
  result: R,
  body: (f: FunctionBuilder, parameters: Locals<P>) => R extends 'void' ? void : Value<R>,
): Omit<WasmFunction<P, R>, 'index'> {
  const { stream, locals, unique, local, owns, emit, evaluate, refuse } = createEmitter(name);
  /** The blocks around the current place, outermost first. */
  const open: Label[] = [];

  function setAll(assignments: readonly (readonly [Local, Value])[]) {
    for (const [target, value] of assignments) {
      const where = `local.set $${target.immediates[1]}`;
      if (!owns(target)) refuse(where, 'a local of this function', 'one of another');
      if (value.type !== target.type) refuse(where, target.type, value.type);
    }
    const values = assignments.map(([, value]) => value);
    const read = evaluate(values, (position) => {
      emit('local.set', assignments[position][0].immediates, 1);
    });
    const overwritten = assignments.find(([target]) => read.has(target));
    if (assignments.length > 1 && overwritten !== undefined) {
      const [, label] = overwritten[0].immediates;
      refuse('setAll', 'values that do not depend on the targets', `a use of $${label}`);
    }
  }

  function nest(kind: 'block' | 'loop' | 'if', content: (label: Label) => void) {
    const block: Label = { label: unique(kind) };
    emit(kind, [block.label], kind === 'if' ? 1 : 0);
    open.push(block);
    content(block);
    open.pop();
    emit('end');
  }

  function evaluateCondition(condition: Operand<'i32'>) {
    const value = asValue(condition);
    if (value.type !== 'i32') refuse('a condition', 'i32', value.type);
    evaluate([value]);
  }

  const builder: FunctionBuilder = {
    local,
    setAll,
    set: (target, value) => setAll([[target, asValue(value as Value | number)]]),
    run(statement) {
      if (statement.type !== 'void') refuse(statement.name, 'a statement', 'an unused value');
      evaluate([statement]);
    },
    block: (content) => nest('block', content),
    loop: (content) => nest('loop', content),
    when(condition, content) {
      evaluateCondition(condition);
      nest('if', content);
    },
    branch(to, condition) {
      if (condition !== undefined) evaluateCondition(condition);
      const at = open.indexOf(to);
      if (at < 0) refuse('branch', 'a block around it', `$${to.label}, which has ended`);
      const immediates = [open.length - 1 - at, to.label];
      if (condition === undefined) emit('br', immediates);
      else emit('br_if', immediates, 1);
    },
  };

  const own = Object.entries(parameters).map(([label, type]) => [label, local(type, label)]);
  const returned = body(builder, Object.fromEntries(own)) as Value | undefined;
  const type = returned?.type ?? 'void';
  if (type !== result) refuse('its result', result, type);
  if (returned !== undefined) evaluate([returned]);
  return { name, parameters, result, locals, stream };
}
