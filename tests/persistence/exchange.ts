/** The networks of `tests/fixtures/persistence/make_models.py`, in our layers. */
import {
  batchNorm,
  dense,
  dropout,
  gelu,
  layerNorm,
  type Model,
  relu,
  residual,
  sequential,
  silu,
  softplus,
  tanh,
} from '../../src/nn/index.ts';

/** Square matrices, and more than ten layers. */
export function deep(seed = 1): Model {
  return sequential({ inputShape: [4], seed }, [
    dense({ units: 4 }),
    layerNorm(),
    tanh(),
    dense({ units: 4, useBias: false }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.5 }),
    residual([dense({ units: 4 }), gelu(), dense({ units: 4 })]),
    dense({ units: 6 }),
    silu(),
    dense({ units: 6 }),
    softplus(),
    dense({ units: 3 }),
  ]);
}

/** In PyTorch its modules are `stem`, `norm` and `head`. */
export function named(seed = 1): Model {
  return sequential({ inputShape: [3], seed }, [
    dense({ units: 4 }),
    layerNorm(),
    tanh(),
    dense({ units: 4 }),
  ]);
}
