#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: a model trained by adamax, saved with its optimizer.
#
# Guessed: model.save(handler, { includeOptimizer: true }) keeps the state of the optimizer, as it does for adam.
# Seen: it throws, because tf.train.adamax has neither getWeights nor setWeights. A training run by adamax cannot be
# saved with its optimizer, nor be continued from a file that holds its state.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > adamax.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');

/** How saving with the optimizer ends. */
async function saved(optimizer) {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  await model.trainOnBatch(tf.ones([3, 2]), tf.zeros([3, 1]));
  const handler = tf.io.withSaveHandler(async () => ({ modelArtifactsInfo: { dateSaved: new Date() } }));
  try {
    await model.save(handler, { includeOptimizer: true });
    return 'saved';
  } catch (error) {
    return error.message;
  }
}

const [adam, adamax] = [await saved(tf.train.adam(0.1)), await saved(tf.train.adamax(0.1))];
console.log(`adam: ${adam}; adamax: ${adamax}`);
assert.equal(adam, 'saved');
assert.match(adamax, /not implemented for Adamax/, 'it can be saved now');
PROGRAM
node adamax.mjs 2>/dev/null
