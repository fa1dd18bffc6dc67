#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: tf.train.rmsprop with centered: true.
#
# Guessed: gradient / sqrt(mean square - mean^2 + epsilon), as in Keras, where epsilon keeps the root from 0.
# Seen: the code subtracts epsilon, sqrt(mean square - (mean^2 + epsilon)). Where gradients are small, or hardly
# differ from each other, that is the root of a negative number, and the parameter NaN from the first update on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > centered.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const after = [false, true].map((centered) => {
  const w = tf.variable(tf.scalar(1));
  const optimizer = tf.train.rmsprop(0.1, 0.9, 0, 1e-7, centered);
  optimizer.minimize(() => w.mul(1e-4)); // the gradient is 0.0001
  const value = w.arraySync();
  console.log(`centered: ${centered}: w = 1 becomes ${value} by one update`);
  return value;
});
const v = 0.1 * 1e-8;
const right = 1 - (0.1 * 1e-4) / Math.sqrt(v - (0.1 * 1e-4) ** 2 + 1e-7);
console.log(`right, centered: ${right}`);
assert(Math.abs(after[0] - (1 - (0.1 * 1e-4) / Math.sqrt(v + 1e-7))) < 1e-6);
assert(Number.isNaN(after[1]), 'centered RMSProp has become a number');
PROGRAM
node centered.mjs 2>/dev/null
