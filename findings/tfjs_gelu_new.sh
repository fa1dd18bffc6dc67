#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: a layers model with the activation gelu_new.
#
# Guessed: what `model.save()` has written, `tf.loadLayersModel()` reads again, as it does with gelu.
# Seen: "Unknown activation: geluNew". Names are made camel case on reading, and this activation is registered
# as `gelu_new`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > reload.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const results = [];
for (const activation of ['gelu', 'gelu_new']) {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 2, activation })] });
  let saved;
  await model.save(tf.io.withSaveHandler(async (artifacts) => {
    saved = artifacts;
    return { modelArtifactsInfo: {} };
  }));
  const result = await tf.loadLayersModel(tf.io.fromMemory(saved)).then(
    () => 'read again',
    ({ message }) => message.split('.')[0],
  );
  console.log(`${activation}: ${result}`);
  results.push(result);
}
assert.deepEqual(results, ['read again', 'Unknown activation: geluNew']);
PROGRAM
node reload.mjs 2>/dev/null
