/** `train.py`: the loop, one process or several. Everything that differs from job to job is in `settings.py`. */
export const TRAIN_PROGRAM = `"""Trains the network on one process or several, and gives the same numbers (within rounding).

    torchrun --nproc_per_node=2 train.py
    torchrun --nproc_per_node=2 train.py --resume checkpoints/epoch_0003.pt
    python train.py

Each batch is cut among the processes; DistributedDataParallel adds their gradients up. A smaller last batch
may give them shares of different sizes, so each loss is divided by the size of the whole batch.
"""
import argparse
import json
import os
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

import settings
from model import make_network
from objective import penalty, sample_losses
from optimizer import make_optimizer, restore, state_of
from order import permutation

HERE = Path(__file__).resolve().parent
TRAINED = HERE / "trained"
CHECKPOINTS = HERE / "checkpoints"


class Samples:
    """Inputs, targets and, where there are any, weights of samples."""

    def __init__(self, name, device):
        def load(part):
            path = HERE / "data" / f"{name}_{part}.npy"
            return torch.from_numpy(np.load(path)).to(device) if path.exists() else None

        self.inputs = load("inputs")
        self.targets = load("targets")
        self.weights = load("weights")
        if self.targets.dtype == torch.int32:
            self.targets = self.targets.long()
        self.size = len(self.inputs)

    def losses(self, model, rows):
        losses = sample_losses(model(self.inputs[rows]), self.targets[rows])
        return losses if self.weights is None else losses * self.weights[rows]


class Patience:
    """Early stopping: how long ago the validation loss was lowered."""

    def __init__(self):
        self.state = {"last": None, "lowest": None, "epoch": 0, "validations": 0}
        self.best = None

    def observe(self, loss, epoch, network):
        """Whether it is over."""
        if settings.PATIENCE is None:
            return False
        state = self.state
        if loss == loss and (state["lowest"] is None or loss < state["lowest"]):
            state["lowest"] = loss
            if settings.RESTORE_BEST:
                self.best = {name: value.clone() for name, value in network.state_dict().items()}
        if loss == loss and (state["last"] is None or loss < state["last"] - settings.MIN_DELTA):
            state.update(last=loss, epoch=epoch, validations=0)
            return False
        state["validations"] += 1
        passed = {"epochs": epoch - state["epoch"], "validations": state["validations"]}
        return passed[settings.PATIENCE_UNIT] >= settings.PATIENCE


class Job:
    def __init__(self):
        os.environ.setdefault("RANK", "0")
        os.environ.setdefault("WORLD_SIZE", "1")
        os.environ.setdefault("LOCAL_RANK", "0")
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", "29500")
        has_gpu = torch.cuda.is_available()
        dist.init_process_group("nccl" if has_gpu else "gloo")
        self.rank, self.world = dist.get_rank(), dist.get_world_size()
        local = int(os.environ["LOCAL_RANK"])
        self.device = torch.device("cuda", local) if has_gpu else torch.device("cpu")
        if has_gpu:
            torch.cuda.set_device(self.device)
        torch.set_default_dtype(getattr(torch, settings.DTYPE))
        torch.manual_seed(self.rank)  # the masks of dropout

        self.train = Samples("train", self.device)
        validation = HERE / "data" / "validation_inputs.npy"
        self.validation = Samples("validation", self.device) if validation.exists() else None
        factors = HERE / "data" / "learning_rate_factors.npy"
        self.factors = np.load(factors) if factors.exists() else None

        self.network = make_network().to(self.device)
        self.network.load_state_dict(self.load(HERE / "start" / "weights.pt"))
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad = name not in settings.FROZEN
        self.optimizer = make_optimizer(self.network)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        state = HERE / "start" / "optimizer.pt"
        if state.exists():
            restore(self.optimizer, self.network, self.load(state))
        self.model = DistributedDataParallel(self.network)
        self.patience = Patience()
        self.epoch = settings.EPOCHS_DONE  # complete ones
        self.iteration = settings.ITERATIONS_DONE
        self.skipped = settings.ITERATIONS_OF_EPOCH_DONE

    def load(self, path):
        return torch.load(path, map_location="cpu")

    def batches(self, epoch):
        """The samples of each batch of an epoch, by number; the last batch may be smaller."""
        count, size = self.train.size, settings.BATCH_SIZE
        order = permutation(settings.SEED, epoch, count) if settings.SHUFFLE else np.arange(count)
        used = count - count % size if settings.DROP_LAST else count
        return [order[at : min(at + size, used)] for at in range(0, used, size)]

    def share(self, rows):
        """The samples of a batch that this process computes, and whether they count.

        Where there are fewer samples than processes, some compute what does not count: all of them have to
        take part in the exchange of gradients.
        """
        working = max(1, min(self.world, len(rows) // settings.SMALLEST_SHARE))
        if self.rank < working:
            return rows[self.rank :: working], 1.0
        return rows[: settings.SMALLEST_SHARE], 0.0

    def total(self, value):
        """The sum over all processes."""
        if not torch.is_tensor(value):
            value = torch.tensor(value, dtype=torch.float64, device=self.device)
        value = value.detach().double()
        dist.all_reduce(value)
        return value.item()

    def learn_from(self, batch):
        """One iteration. Returns the loss of the batch and the norm of its gradient."""
        self.optimizer.zero_grad()
        own = torch.zeros((), device=self.device)
        size = settings.MICRO_BATCH_SIZE
        starts = range(0, len(batch), size)
        for start in starts:
            rows, counts = self.share(batch[start : start + size])
            is_last = start == starts[-1]
            with nullcontext() if is_last else self.model.no_sync():
                loss = self.train.losses(self.model, rows).sum() * counts / len(batch)
                own += loss.detach()
                cost = penalty(self.network) if is_last else 0.0
                # The gradients of the processes are averaged; what is wanted is their sum.
                (loss * self.world + cost).backward()
        cost = float(penalty(self.network))
        norm = self.clip()
        factor = 1.0 if self.factors is None else float(self.factors[self.iteration])
        for group, rate in zip(self.optimizer.param_groups, self.rates):
            group["lr"] = rate * factor
        self.optimizer.step()
        self.iteration += 1
        return self.total(own) + cost, norm

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

    def validate(self, epoch):
        """Measures the validation set, each process a part of it. Returns whether the training is over."""
        if self.validation is None:
            return False
        self.network.eval()
        own = torch.zeros((), dtype=torch.float64, device=self.device)
        rows = np.arange(self.validation.size)[self.rank :: self.world]
        with torch.no_grad():
            for start in range(0, len(rows), 1024):
                losses = self.validation.losses(self.network, rows[start : start + 1024])
                own += losses.double().sum()
        self.network.train()
        loss = self.total(own) / self.validation.size
        self.tell(type="validation", epoch=epoch, iteration=self.iteration, loss=loss, metrics={})
        return self.patience.observe(loss, epoch, self.network)

    def tell(self, **event):
        if self.rank == 0:
            with open(TRAINED / "log.jsonl", "a") as log:
                log.write(json.dumps(event) + "\\n")

    def save(self):
        """At the end of an epoch."""
        if self.rank == 0:
            CHECKPOINTS.mkdir(exist_ok=True)
            state = {
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "patience": self.patience.state,
                "best": self.patience.best,
                "epoch": self.epoch,
                "iteration": self.iteration,
            }
            torch.save(state, CHECKPOINTS / f"epoch_{self.epoch:04d}.pt")

    def resume(self, path):
        state = self.load(path)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.patience.state, self.patience.best = state["patience"], state["best"]
        self.epoch, self.iteration, self.skipped = state["epoch"], state["iteration"], 0

    def begin_log(self):
        """Keeps what was told up to where the training continues."""
        TRAINED.mkdir(exist_ok=True)
        log = TRAINED / "log.jsonl"
        if self.rank == 0:
            lines = log.read_text().splitlines(True) if log.exists() else []
            begun = self.iteration > settings.ITERATIONS_DONE
            kept = [line for line in lines if begun and json.loads(line)["iteration"] <= self.iteration]
            log.write_text("".join(kept))

    def run(self, tell_iterations):
        self.begin_log()
        self.network.train()
        over = False
        while not over and self.iteration < settings.ITERATIONS:
            epoch = self.epoch + 1
            begun = time.perf_counter()
            losses, norms, samples = 0.0, [], 0
            skipped, self.skipped = self.skipped, 0
            whole = True
            for batch in self.batches(epoch)[skipped:]:
                if over or self.iteration >= settings.ITERATIONS:
                    whole = False
                    break
                loss, norm = self.learn_from(batch)
                if loss != loss or abs(loss) == float("inf"):
                    raise SystemExit(f"The loss is {loss} in iteration {self.iteration}.")
                losses += loss * len(batch)
                samples += len(batch)
                norms.append(norm)
                if tell_iterations:
                    self.tell(type="iteration", epoch=epoch, iteration=self.iteration, loss=loss)
                every = settings.VALIDATE_ITERATIONS
                if every is not None and self.iteration % every == 0:
                    over = self.validate(epoch)
            if not whole:
                break
            every = settings.VALIDATE_EPOCHS
            if every is not None and epoch % every == 0:
                over = self.validate(epoch) or over
            self.epoch = epoch
            self.tell(
                type="epochEnd",
                epoch=epoch,
                iteration=self.iteration,
                samplesSeen=epoch * self.train.size,
                loss=losses / samples,
                learningRate=self.optimizer.param_groups[0]["lr"],
                gradientNorm=sum(norms) / len(norms),
                seconds=time.perf_counter() - begun,
            )
            self.save()
            if self.rank == 0:
                print(f"epoch {epoch}: loss {losses / samples:.6g}", flush=True)
        self.finish()

    def finish(self):
        if self.patience.best is not None:
            self.network.load_state_dict(self.patience.best)
        if self.rank == 0:
            weights = {name: value.cpu() for name, value in self.network.state_dict().items()}
            torch.save(weights, TRAINED / "weights.pt")
            state = state_of(self.optimizer, self.network)
            if state:
                torch.save(state, TRAINED / "optimizer.pt")
            end = {"epoch": self.epoch, "iteration": self.iteration, "processes": self.world}
            (TRAINED / "end.json").write_text(json.dumps(end) + "\\n")
        dist.barrier()
        # All is written. The threads of gloo may wait for the interpreter while it waits for them at its end
        # (seen in PyTorch 1.13), so it ends here.
        sys.stdout.flush()
        os._exit(0)


def main():
    parser = argparse.ArgumentParser(description="Trains the network.")
    parser.add_argument("--resume", help="a file of checkpoints/ to continue from")
    parser.add_argument("--tell-iterations", action="store_true", help="the loss of each in the log")
    options = parser.parse_args()
    job = Job()
    if options.resume:
        job.resume(options.resume)
    job.run(options.tell_iterations)


if __name__ == "__main__":
    main()
`;
