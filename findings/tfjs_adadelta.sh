#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: tf.train.adadelta.
#
# Guessed: the update divides by the root of the mean square of the gradients with this gradient in it, as in
# Zeiler's paper (2012), Keras and PyTorch, so the first one has about the size sqrt(epsilon / (1 - rho)).
# Seen: it divides by the mean square before this gradient was taken into it, which is 0 at first. So the first
# update is the gradient itself times the learning rate, a thousand times what it is elsewhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0
cat > adadelta.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const [gradient, rho, epsilon] = [2, 0.9, 1e-6];
const w = tf.variable(tf.scalar(1));
tf.train.adadelta(1, rho, epsilon).minimize(() => w.mul(gradient));
const seen = 1 - w.arraySync();
const guessed =
  (gradient * Math.sqrt(epsilon)) / Math.sqrt((1 - rho) * gradient ** 2 + epsilon);
console.log(`the first update: ${seen}; as elsewhere: ${guessed}`);
assert(Math.abs(seen - gradient) < 1e-5, 'the first update is no longer the gradient');
PROGRAM
node adadelta.mjs 2>/dev/null
