#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: layerNormalization and batchNormalization with scale: false or center: false.
#
# Guessed: such a layer trains as any other. Keras advises scale=False where the next layer can scale, so converted
# networks have it.
# Seen: the model predicts, and training throws a TypeError: the gradient wants the gamma or beta that is not there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > normalization.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const { layers } = tf;

/** How training a network with such a layer ends. */
async function trained(kind, options) {
  const own = layers[kind](options);
  const model = tf.sequential({
    layers: [layers.dense({ inputShape: [4], units: 3 }), own, layers.dense({ units: 2 })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  assert.deepEqual(model.predict(tf.ones([3, 4])).shape, [3, 2]);
  try {
    await model.trainOnBatch(tf.ones([3, 4]), tf.zeros([3, 2]));
    return 'trains';
  } catch (error) {
    return error.constructor.name;
  }
}

for (const kind of ['layerNormalization', 'batchNormalization']) {
  const outcomes = [];
  for (const options of [{}, { scale: false }, { center: false }]) {
    outcomes.push(await trained(kind, options));
  }
  console.log(`${kind}: with both ${outcomes[0]}, without scale ${outcomes[1]}, without center ${outcomes[2]}`);
  assert.deepEqual(outcomes, ['trains', 'TypeError', 'TypeError'], 'it trains now');
}
PROGRAM
node normalization.mjs 2>/dev/null
