/** `samples.py`: the data, and how epochs are cut into batches. */
export const SAMPLES_PROGRAM = `"""The data, and how epochs are cut into batches."""
from pathlib import Path

import numpy as np
import torch

import settings
from objective import sample_losses
from order import permutation

DATA = Path(__file__).resolve().parent / "data"


class Samples:
    """Inputs, targets and, where there are any, weights of samples."""

    def __init__(self, name, device):
        self.inputs, self.targets, self.weights = (
            torch.from_numpy(np.load(path)).to(device) if path.exists() else None
            for path in (DATA / f"{name}_{part}.npy" for part in ("inputs", "targets", "weights"))
        )
        if self.targets.dtype == torch.int32:
            self.targets = self.targets.long()
        self.size = len(self.inputs)

    def losses(self, model, rows):
        """The loss of each of these samples."""
        losses = sample_losses(model(self.inputs[rows]), self.targets[rows])
        return losses if self.weights is None else losses * self.weights[rows]


def validation_samples(device):
    """None where there are none."""
    return Samples("validation", device) if (DATA / "validation_inputs.npy").exists() else None


def batches(count, epoch):
    """The rows of each batch of an epoch, counted from 1."""
    size = settings.BATCH_SIZE
    order = permutation(settings.SEED, epoch, count) if settings.SHUFFLE else np.arange(count)
    used = count - count % size if settings.DROP_LAST else count
    return [order[at : min(at + size, used)] for at in range(0, used, size)]


def learning_rate_factors():
    """What learning rates are multiplied by in each iteration; None for 1 throughout."""
    path = DATA / "learning_rate_factors.npy"
    return np.load(path) if path.exists() else None
`;
