#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: kernelConstraint and biasConstraint of a layer.
#
# Guessed: a constraint is applied after each update of an optimizer, as in Keras, so that no column of the kernel
# is longer than maxValue and no bias is negative.
# Seen: constraints are kept in the layer, saved and loaded, and no update applies them: columns of 2.7 where 0.5 is
# the most, and negative biases.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > constraints.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const layer = tf.layers.dense({
  inputShape: [4],
  units: 3,
  kernelConstraint: tf.constraints.maxNorm({ maxValue: 0.5 }),
  biasConstraint: tf.constraints.nonNeg(),
});
const model = tf.sequential({ layers: [layer] });
model.compile({ optimizer: tf.train.sgd(0.5), loss: 'meanSquaredError' });
const targets = tf.tensor2d([[5, -5, 5], [5, -5, 5], [5, -5, 5]]);
for (let i = 0; i < 3; i++) await model.trainOnBatch(tf.ones([3, 4]), targets);
const [kernel, bias] = model.getWeights();
const longest = Math.max(...kernel.square().sum(0).sqrt().arraySync());
const least = Math.min(...bias.arraySync());
console.log(`the longest column: ${longest}, at most 0.5 was asked for; the least bias: ${least}, at least 0`);
assert(longest > 1 && least < -0.1, 'updates apply constraints now');
PROGRAM
node constraints.mjs 2>/dev/null
