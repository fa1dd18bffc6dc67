/** `learner.py`: network and optimizer, and what happens in an iteration. */
export const LEARNER_PROGRAM = `"""Network and optimizer, and what happens in an iteration.

Each batch is cut among the processes; DistributedDataParallel adds their gradients up. A smaller last batch
may give them shares of different sizes, so each loss is divided by the size of the whole batch.
"""
import math
from contextlib import nullcontext

import torch
from torch.nn.parallel import DistributedDataParallel

import records
import settings
from model import make_network
from objective import penalty
from optimizer import make_optimizer, restore, state_of
from samples import learning_rate_factors


class Learner:
    def __init__(self, processes):
        self.processes = processes
        self.network = make_network().to(processes.device)
        self.network.load_state_dict(records.load(records.START / "weights.pt"))
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad = name not in settings.FROZEN
        self.model = DistributedDataParallel(self.network)
        self.optimizer = make_optimizer(self.network)
        restore(self.optimizer, self.network, records.load(records.START / "optimizer.pt") or {})
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.factors = learning_rate_factors()
        self.learning_rate = 0.0  # of the last iteration

    def state(self):
        return {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}

    def load(self, state):
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])

    def optimizer_state(self):
        """By the names of the parameters."""
        return state_of(self.optimizer, self.network)

    def learn_from(self, samples, batch, done):
        """The iteration after so many others. Returns the loss of the batch and the norm of its gradient."""
        processes, size = self.processes, settings.MICRO_BATCH_SIZE
        self.optimizer.zero_grad()
        own = torch.zeros((), device=processes.device)
        starts = range(0, len(batch), size)
        for start in starts:
            rows = processes.share(batch[start : start + size])
            is_last = start == starts[-1]
            with nullcontext() if is_last else self.model.no_sync():
                loss = samples.losses(self.model, rows).sum() / len(batch)
                own += loss.detach()
                cost = penalty(self.network) if is_last else 0.0
                # The gradients of the processes are averaged; what is wanted is their sum.
                (loss * processes.count + cost).backward()
        loss = processes.total(own) + float(cost)
        norm = self.clip()
        if not (math.isfinite(loss) and math.isfinite(norm)):
            told = f"iteration {done + 1}: the loss is {loss}, the norm of its gradient {norm}"
            raise ArithmeticError(f"{told}. Lower the learning rate or limit gradients.")
        factor = 1.0 if self.factors is None else float(self.factors[done])
        for group, rate in zip(self.optimizer.param_groups, self.rates):
            group["lr"] = rate * factor
        self.learning_rate = self.optimizer.defaults["lr"] * factor
        self.optimizer.step()
        return loss, norm

    def clip(self):
        """Limits the gradients. Returns their common norm before."""
        learned = [p for p in self.network.parameters() if p.grad is not None]
        norm = torch.stack([p.grad.norm() for p in learned]).norm().item()
        if settings.CLIP_VALUE is not None:
            torch.nn.utils.clip_grad_value_(learned, settings.CLIP_VALUE)
        if settings.CLIP_NORM is not None:
            for parameter in learned:
                torch.nn.utils.clip_grad_norm_([parameter], settings.CLIP_NORM)
        if settings.CLIP_GLOBAL_NORM is not None:
            torch.nn.utils.clip_grad_norm_(learned, settings.CLIP_GLOBAL_NORM)
        return norm
`;
