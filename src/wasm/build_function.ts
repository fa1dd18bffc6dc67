/** Builds one function: turns its statements into an instruction stream. */
import { createEmitter } from './emitter.ts';
import type { FunctionBuilder, Label, Locals, Parameters, WasmFunction } from './function.ts';
import type { ResultType } from './instructions.ts';
import type { Local, Value } from './values.ts';
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

  function assign(targets: readonly Local[], values: readonly Value[]) {
    for (const target of targets) {
      const where = `local.set $${target.immediates[1]}`;
      if (!owns(target)) refuse(where, 'a local of this function', 'one of another');
    }
    if (targets.length > 1) {
      const read = partsOf(values);
      const overwritten = targets.find((target) => read.has(target));
      if (overwritten !== undefined) {
        const use = `a use of $${overwritten.immediates[1]}`;
        refuse('setAll', 'values that do not depend on the targets', use);
      }
    }
    evaluate(values, (i) => emit('local.set', [values[i]], targets[i].immediates));
  }

  function nest(
    kind: 'block' | 'loop' | 'if',
    condition: readonly Value[],
    content: (label: Label) => void,
  ) {
    const block: Label = { label: unique(kind) };
    evaluate(condition);
    emit(kind, condition, [block.label]);
    open.push(block);
    content(block);
    open.pop();
    emit('end', [], []);
  }

  const builder: FunctionBuilder = {
    local,
    set: (target, value) => assign([target], [asValue(value as Value | number)]),
    setAll: (assignments) =>
      assign(
        assignments.map(([target]) => target),
        assignments.map(([, value]) => value),
      ),
    run: (statement) => evaluate([statement]),
    block: (content) => nest('block', [], content),
    loop: (content) => nest('loop', [], content),
    when: (condition, content) => nest('if', [asValue(condition)], content),
    branch(to, condition) {
      const conditions = condition === undefined ? [] : [asValue(condition)];
      evaluate(conditions);
      const at = open.indexOf(to);
      if (at < 0) refuse('branch', 'a block around it', `$${to.label}, which has ended`);
      const immediates = [open.length - 1 - at, to.label];
      emit(condition === undefined ? 'br' : 'br_if', conditions, immediates);
    },
  };

  const own = Object.entries(parameters).map(([label, type]) => [label, local(type, label)]);
  const returned = body(builder, Object.fromEntries(own)) as Value | undefined;
  if (returned !== undefined) evaluate([returned]);
  return { name, parameters, result, locals, stream };
}

/** The expressions and everything they are made of. */
function partsOf(values: readonly Value[]): ReadonlySet<Value> {
  const parts = new Set<Value>();
  const visit = (value: Value) => {
    if (parts.has(value)) return;
    parts.add(value);
    value.operands.forEach(visit);
  };
  values.forEach(visit);
  return parts;
}
