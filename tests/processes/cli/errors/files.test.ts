/** Models and logs that are missing, damaged, or something else. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables, writeTrained } from './files.ts';

const folder = workFolder();
writeTables(folder.at);
await writeTrained(folder.at);

const rows: readonly Row[] = [
  [
    'evaluate @missing.safetensors @ok.csv',
    1,
    'epochal: reading missing.safetensors: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'evaluate @folder @ok.csv',
    1,
    'epochal: reading folder: Expected a file that can be read; received a folder. Name a file in it.',
  ],
  [
    'evaluate @ok.csv @model.safetensors',
    1,
    'epochal: ok.csv: Expected a header of at most 100000000 bytes; received 3184056452102892500. This may not be a safetensors file.',
  ],
  [
    'evaluate @no_model.safetensors @ok.csv',
    1,
    'epochal: no_model.safetensors: Expected a header of at most 100000000 bytes; received 2318355968635969500. This may not be a safetensors file.',
  ],
  [
    'evaluate @cut.safetensors @ok.csv',
    1,
    'epochal: cut.safetensors: Expected a file of 1464 bytes, as its header says; received 1454. It was cut off or added to: copy or download it again.',
  ],
  [
    'evaluate @loss.safetensors @ok.csv',
    1,
    'epochal: the loss of the model file: Expected the name of a loss: binaryCrossEntropyOfProbabilities, cosineSimilarity, expPoisson, hinge, huber, klDivergence, logCosh, meanAbsoluteError, meanSquaredError, negativeLogLikelihood, poisson, sigmoidBinaryCrossEntropy, softmaxCrossEntropy, squaredHinge; received "softmaxCrossEntropx". Did you mean softmaxCrossEntropy?',
  ],
  [
    'evaluate @layer.safetensors @ok.csv',
    1,
    'epochal: layer.safetensors, architecture: Expected the name of a layer: batchNorm, dense, dropout, elu, flatten, gaussianNoise, gelu, geluTanh, hardSigmoid, hardTanh, layerNorm, leakyRelu, logSoftmax, mish, relu, residual, selu, sigmoid, silu, softmax, softplus, tanh; received "rela". The file is damaged or was changed: save the model again.',
  ],
  [
    'evaluate @units.safetensors @ok.csv',
    1,
    'epochal: units.safetensors, architecture, dense.units: Expected a whole number, 1 or more; received 0. The file is damaged or was changed: save the model again.',
  ],
  [
    'evaluate @schema.safetensors @ok.csv',
    1,
    'epochal: schema.safetensors.schema.inputs[0].kind: Expected one of "numeric", "categorical", "date"; received "numerix". The file is damaged or was changed: save the model again.',
  ],
  [
    'evaluate @task.safetensors @ok.csv',
    1,
    'epochal: task.safetensors, task: Expected classification or regression; received "classificatiox". The file is damaged or was changed: save the model again.',
  ],
  [
    'evaluate @scaler.safetensors @ok.csv',
    1,
    'epochal: scaler.safetensors, scalers: Expected a scaler named standardize or minMax; received "standardizx". The file is damaged or was changed: save the model again.',
  ],
  [
    'evaluate @later.safetensors @ok.csv',
    1,
    'epochal: later.safetensors: Expected a model file, whose metadata say format: "epochal model 1"; received "epochal model 9". A later version of epochal wrote it: update.',
  ],
  [
    'evaluate @no_schema.safetensors @ok.csv',
    1,
    'epochal: no_schema.safetensors: Expected a model with the schema of a CSV file, such as epochal train saves; received one without. Give a model that epochal train --save has written.',
  ],
  [
    'evaluate @tensors.safetensors @ok.csv',
    1,
    'epochal: tensors.safetensors: Expected a model file, whose metadata say format: "epochal model 1"; received no such text. Give a model that epochal train --save has written.',
  ],
  [
    'inspect @missing.safetensors',
    1,
    'epochal: reading missing.safetensors: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'inspect @no_model.safetensors',
    1,
    'epochal: no_model.safetensors: Expected a header of at most 100000000 bytes; received 2318355968635969500. This may not be a safetensors file.',
  ],
  [
    'inspect @cut.safetensors',
    1,
    'epochal: cut.safetensors: Expected a file of 1464 bytes, as its header says; received 1454. It was cut off or added to: copy or download it again.',
  ],
  [
    'inspect @layer.safetensors',
    1,
    'epochal: layer.safetensors, architecture: Expected the name of a layer: batchNorm, dense, dropout, elu, flatten, gaussianNoise, gelu, geluTanh, hardSigmoid, hardTanh, layerNorm, leakyRelu, logSoftmax, mish, relu, residual, selu, sigmoid, silu, softmax, softplus, tanh; received "rela". The file is damaged or was changed: save the model again.',
  ],
  [
    'inspect @units.safetensors',
    1,
    'epochal: units.safetensors, architecture, dense.units: Expected a whole number, 1 or more; received 0. The file is damaged or was changed: save the model again.',
  ],
  [
    'inspect @schema.safetensors',
    1,
    'epochal: schema.safetensors.schema.inputs[0].kind: Expected one of "numeric", "categorical", "date"; received "numerix". The file is damaged or was changed: save the model again.',
  ],
  [
    'inspect @task.safetensors',
    1,
    'epochal: task.safetensors, task: Expected classification or regression; received "classificatiox". The file is damaged or was changed: save the model again.',
  ],
  [
    'inspect @scaler.safetensors',
    1,
    'epochal: scaler.safetensors, scalers: Expected a scaler named standardize or minMax; received "standardizx". The file is damaged or was changed: save the model again.',
  ],
  [
    'inspect @later.safetensors',
    1,
    'epochal: later.safetensors: Expected a model file, whose metadata say format: "epochal model 1"; received "epochal model 9". A later version of epochal wrote it: update.',
  ],
  [
    'inspect @cut.safetensors --json',
    1,
    'epochal: cut.safetensors: Expected a file of 1464 bytes, as its header says; received 1454. It was cut off or added to: copy or download it again.',
  ],
  [
    'predict @missing.safetensors @ok.csv',
    1,
    'epochal: reading missing.safetensors: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'predict @cut.safetensors @ok.csv',
    1,
    'epochal: cut.safetensors: Expected a file of 1464 bytes, as its header says; received 1454. It was cut off or added to: copy or download it again.',
  ],
  [
    'predict @layer.safetensors @ok.csv',
    1,
    'epochal: layer.safetensors, architecture: Expected the name of a layer: batchNorm, dense, dropout, elu, flatten, gaussianNoise, gelu, geluTanh, hardSigmoid, hardTanh, layerNorm, leakyRelu, logSoftmax, mish, relu, residual, selu, sigmoid, silu, softmax, softplus, tanh; received "rela". The file is damaged or was changed: save the model again.',
  ],
  [
    'predict @no_schema.safetensors @ok.csv',
    1,
    'epochal: no_schema.safetensors: Expected a model with the schema of a CSV file, such as epochal train saves; received one without. Give a model that epochal train --save has written.',
  ],
  [
    'predict @tensors.safetensors @ok.csv',
    1,
    'epochal: tensors.safetensors: Expected a model file, whose metadata say format: "epochal model 1"; received no such text. Give a model that epochal train --save has written.',
  ],
  [
    'plot @missing.jsonl',
    1,
    'epochal: reading missing.jsonl: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'plot @cut.jsonl',
    1,
    'epochal: cut.jsonl, line 1: Expected a JSON object a line, as epochal train --log writes them; received {"type":"epochEnd". Give a file that epochal train --log has written.',
  ],
  [
    'plot @bare.jsonl',
    1,
    'epochal: bare.jsonl, line 1: Expected epoch, iteration and loss; received type. Give a file that epochal train --log has written.',
  ],
  [
    'plot @nan.jsonl',
    1,
    'epochal: nan.jsonl: Expected an epoch whose loss is a number; received 1 epoch without. Train again with a lower --learning-rate, or plot another log.',
  ],
  [
    'plot @empty.csv',
    1,
    'epochal: empty.csv: Expected an epoch whose loss is a number; received 0 epochs without. Train again with a lower --learning-rate, or plot another log.',
  ],
  [
    'plot @run/log.csv',
    1,
    'epochal: run/log.csv, line 1: Expected a JSON object a line, as epochal train --log writes them; received epoch,iteration,samplesSeen,loss,learnin. Give a file that epochal train --log has written.',
  ],
  [
    'plot @run/log.jsonl --metric acuracy',
    1,
    'epochal: run/log.jsonl: Expected one of accuracy; received acuracy. Name one of these.',
  ],
  [
    'plot @nan.jsonl --metric accuracy',
    1,
    'epochal: nan.jsonl: Expected validations; received none. Train with --validation, or plot the loss.',
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);
});
