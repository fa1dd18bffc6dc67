/** A model as an ONNX file, opset 17, with its scalers, as many rows at once as one likes. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { OptionError } from '../../errors/errors.ts';
import type { Model } from '../../nn/sequential.ts';
import { tensor } from '../../tensor/create.ts';
import type { NestedArray } from '../../tensor/rank.ts';
import type { ExportParts, Scores } from '../exported.ts';
import { CLASS_NAMES, FEATURE_NAMES } from './import.ts';
import { ELEMENT } from './messages.ts';
import { GraphWriter, type OutputOf } from './write_graph.ts';
import { writeLayers } from './write_layers.ts';

const NO_AXES = { integer: 0 };
const LAST = { integer: -1 };

/** @throws OptionError for layers that ONNX has no operators for */
export function exportOnnx(model: Model, parts: ExportParts): Uint8Array {
  const { scalers, classNames, featureNames, probabilities, labels, exclusive } = parts;
  const graph = new GraphWriter();
  const { dtype, inputShape, outputShape } = model;
  const element = ELEMENT[dtype];
  const scaled = scale(graph, 'input', scalersOf(scalers, 'inputs'), element);
  const layers = model.layers.map(({ layer }) => layer);
  const computed = writeLayers({ graph, state: model.state(), dtype }, layers, '', scaled);
  const values = unscale(graph, computed, scalersOf(scalers, 'targets').reverse(), element);
  const outputs: OutputOf[] = [];
  const give = (name: string, value: string, of: number, shape: readonly number[]) => {
    graph.node('Identity', [value], {}, name);
    outputs.push({ name, element: of, shape });
  };
  if (probabilities === undefined) give('output', values, element, outputShape);
  else {
    const units = outputShape[outputShape.length - 1];
    const sure =
      units === 1
        ? both(graph, yes(graph, values, probabilities), dtype)
        : exclusive
          ? toSoftmax(graph, values, probabilities)
          : yes(graph, values, probabilities);
    give('probabilities', sure, element, [Math.max(2, units)]);
    if (labels) {
      const number = graph.node('ArgMax', [sure], { axis: LAST, keepdims: NO_AXES });
      if (classNames === undefined) give('label', number, ELEMENT.int64, []);
      else {
        const names = graph.texts(classNames, CLASS_NAMES);
        give('label', graph.node('Gather', [names, number]), ELEMENT.text, []);
      }
    }
  }
  return graph.finish({ name: 'input', element, shape: inputShape }, outputs, {
    ...(classNames && { [CLASS_NAMES]: JSON.stringify(classNames) }),
    ...(featureNames && { [FEATURE_NAMES]: JSON.stringify(featureNames) }),
  });
}

function yes(graph: GraphWriter, values: string, scores: Scores): string {
  return scores === 'logits' ? graph.node('Sigmoid', [values]) : values;
}

function toSoftmax(graph: GraphWriter, values: string, scores: Scores): string {
  if (scores === 'logits') return graph.node('Softmax', [values], { axis: LAST });
  return scores === 'logProbabilities' ? graph.node('Exp', [values]) : values;
}

/** `[1 - p, p]`, in the order of the two classes. */
function both(graph: GraphWriter, p: string, dtype: Model['dtype']): string {
  const one = graph.constant(tensor(1, { dtype }));
  return graph.node('Concat', [graph.node('Sub', [one, p]), p], { axis: LAST });
}

const scalersOf = (scalers: readonly Scaler[], of: Scaler['of']) =>
  scalers.filter((scaler) => scaler.of === of);

/** In float64, rounded once, as the scalers here compute. */
function scale(graph: GraphWriter, x: string, scalers: readonly Scaler[], element: number): string {
  return scalers.reduce((value, scaler) => inDoubles(graph, value, element, formula(scaler)), x);
}

function unscale(
  graph: GraphWriter,
  x: string,
  scalers: readonly Scaler[],
  element: number,
): string {
  return scalers.reduce(
    (value, scaler) =>
      inDoubles(graph, value, element, [...formula(scaler)].reverse().map(inverse)),
    x,
  );
}

type Computation = readonly [type: string, numbers: NestedArray];

/** What a scaler does, one operation after the other. */
function formula(scaler: Scaler): readonly Computation[] {
  const { name, values } = scaler.toJSON();
  if (name === 'standardize')
    return [
      ['Sub', values.mean],
      ['Div', values.deviation],
    ];
  if (name !== 'minMax') {
    throw new OptionError({
      where: 'exportModel.scalers',
      expected: 'scalers of standardize or minMax',
      received: name,
      remedy: 'Scale by one of these.',
    });
  }
  const span = Number(values.high) - Number(values.low);
  const all: Computation[] = [
    ['Sub', values.minimum],
    ['Div', values.range],
    ['Mul', span],
    ['Add', values.low],
  ];
  return all.filter(
    ([type, number]) => !(type === 'Mul' && number === 1) && !(type === 'Add' && number === 0),
  );
}

const INVERSE: Readonly<Record<string, string>> = {
  Sub: 'Add',
  Add: 'Sub',
  Mul: 'Div',
  Div: 'Mul',
};

const inverse = ([type, numbers]: Computation): Computation => [INVERSE[type], numbers];

function inDoubles(
  graph: GraphWriter,
  x: string,
  element: number,
  computations: readonly Computation[],
): string {
  const cast = (value: string, to: number) =>
    element === ELEMENT.float64 ? value : graph.node('Cast', [value], { to: { integer: to } });
  const scaled = computations.reduce(
    (value, [type, numbers]) =>
      graph.node(type, [value, graph.constant(tensor(numbers, { dtype: 'float64' }))]),
    cast(x, ELEMENT.float64),
  );
  return cast(scaled, element);
}
