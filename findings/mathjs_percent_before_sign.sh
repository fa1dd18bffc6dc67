#!/usr/bin/env bash
# mathjs 15.2.0: a percentage that a sign follows.
#
# Guessed: `8 + 5%` is 8.4, as documented, and so `5% + 3` is 3.05.
# Seen: `5% + 3` is 2, the remainder of 5 and +3, and `x * 5% + 1` is the remainder of 5 x and +1. In
# parentheses, `(5%) + 3`, it is a percentage.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mathjs@15.2.0
cat > percent.mjs <<'PROGRAM'
import assert from 'node:assert/strict';
import { evaluate, parse } from 'mathjs';

const results = ['8 + 5%', '(5%) + 3', '5% + 3'].map((text) => [text, evaluate(text)]);
for (const [text, value] of results) console.log(`${text} = ${value}`);
console.log(`x * 5% + 1 is read as ${parse('x * 5% + 1').toString({ parenthesis: 'all' })}`);
assert.deepEqual(results.map(([, value]) => value), [8.4, 3.05, 2]);
PROGRAM
node percent.mjs
