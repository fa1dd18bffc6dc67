/** `batch_norm.py`: batch normalization over the batch of all processes, as one process would compute it. */
export const BATCH_NORM_PROGRAM = `"""Batch normalization by the statistics of the whole batch, whichever processes compute its samples."""
import torch
from torch import nn
from torch.distributed.nn.functional import all_reduce


class SharedBatchNorm(nn.BatchNorm1d):
    """BatchNorm1d over the last axis, with sums over all processes.

    nn.SyncBatchNorm does the same, but on GPUs only. Frozen, with neither weight nor bias learning, it
    normalizes by its running statistics and leaves them as they are.
    """

    def forward(self, x):
        if self.training and (self.weight.requires_grad or self.bias.requires_grad):
            mean, variance = self.observe(x)
        else:
            mean, variance = self.running_mean, self.running_var
        return (x - mean) / torch.sqrt(variance + self.eps) * self.weight + self.bias

    def observe(self, x):
        axes = tuple(range(x.dim() - 1))
        count = all_reduce(torch.ones_like(x[..., 0]).sum())
        mean = all_reduce(x.sum(axes)) / count
        variance = all_reduce((x - mean).square().sum(axes)) / count
        with torch.no_grad():
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(variance * count / (count - 1), self.momentum)
        return mean, variance
`;
