/** The choice of an engine. */
import { OptionError } from '../../errors/errors.ts';
import type { Model } from '../../nn/sequential.ts';
import { wasmSupport } from '../../wasm/probe.ts';
import type { Backend } from '../options.ts';
import { autoEngine } from './auto.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { referenceEngine } from './reference.ts';

/** The engine for a backend: `auto` compiles where it can and runs the reference elsewhere. */
export function createEngine(request: EngineRequest, backend: Backend): Engine {
  if (backend === 'reference') return referenceEngine(request);
  const obstacle = obstacleToWasm(request.model);
  return obstacle === undefined ? autoEngine(request) : referenceEngine(request, obstacle);
}

/** @throws OptionError when `wasm` is asked for and cannot be had */
export function checkBackend(model: Model, backend: Backend): void {
  const obstacle = backend === 'wasm' ? obstacleToWasm(model) : undefined;
  if (obstacle === undefined) return;
  throw new OptionError({
    where: 'Trainer.backend',
    expected: 'a float32 model, and an environment with WebAssembly SIMD, for wasm',
    received: obstacle,
    remedy: "Use backend: 'auto', which runs the reference in this case, with the same bits.",
  });
}

function obstacleToWasm({ dtype }: Model): string | undefined {
  if (dtype !== 'float32') return `a model of dtype ${dtype}`;
  const support = wasmSupport();
  return support.available ? undefined : support.reason;
}
