#!/usr/bin/env bash
# onnxruntime-web 1.30.0, WebAssembly, one thread: an ONNX model of one Sigmoid, float32.
#
# Guessed: 1 / (1 + e^-x) to some units in the last place, as for x above -5: float32 holds sigmoid(x) with
# full precision down to x = -87.
# Seen: the result is exact to about 6e-8 absolutely, not relatively. At -15 it is 17 % too large, at -16 half
# of what it should be, and from -18 on it is 0, so a logarithm of it is -Infinity.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts onnxruntime-web@1.30.0
cat > sigmoid.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;

// The smallest ONNX file, by hand: fields of Protocol Buffers are a number with a wire type, and a value.
const utf8 = (text) => new TextEncoder().encode(text);
const number = (field, value) => [field << 3, value];
const bytes = (field, content) => [(field << 3) | 2, content.length, ...content];
const floats = bytes(2, bytes(1, [...number(1, 1), ...bytes(2, bytes(1, number(1, 6)))]));
const port = (name) => [...bytes(1, utf8(name)), ...floats];
const node = [...bytes(1, utf8('x')), ...bytes(2, utf8('y')), ...bytes(4, utf8('Sigmoid'))];
const graph = [...bytes(1, node), ...bytes(2, utf8('g')), ...bytes(11, port('x')), ...bytes(12, port('y'))];
const model = [...number(1, 8), ...bytes(8, number(2, 17)), ...bytes(7, graph)];

const session = await ort.InferenceSession.create(Uint8Array.from(model));
const x = Float32Array.of(-5, -10, -15, -16, -18, -20);
const { y } = await session.run({ x: new ort.Tensor('float32', x, [x.length]) });
const off = Array.from(x, (value, i) => {
  const right = 1 / (1 + Math.exp(-value));
  const error = (y.data[i] - right) / right;
  console.log(`sigmoid(${value}) = ${y.data[i]}, right: ${right}, ${(100 * error).toFixed(2)} % off`);
  return error;
});
assert(Math.abs(off[0]) < 1e-5);
assert(off[2] > 0.1 && off[3] < -0.4, 'sigmoid(-15) and sigmoid(-16) have become more precise');
assert.deepEqual([y.data[4], y.data[5]], [0, 0]);
PROGRAM
node sigmoid.mjs
