/** `train.py`: the loop, one process or several. Everything that differs from job to job is in `settings.py`. */
export const TRAIN_PROGRAM = `"""Trains the network on one process or several, and gives the same numbers (within rounding).

    torchrun --nproc_per_node=2 train.py
    torchrun --nproc_per_node=2 train.py --resume checkpoints/epoch_0003.pt
    python train.py

What happens in an iteration is in learner.py, what was asked for in settings.py.
"""
import argparse
import time
import traceback
from pathlib import Path

import numpy as np
import torch

import records
import settings
from early_stopping import EarlyStopping
from learner import Learner
from order import first_word
from processes import Processes
from samples import Samples, batches, validation_samples


class Training:
    def __init__(self, processes):
        self.processes = processes
        self.train = Samples("train", processes.device)
        self.validation = validation_samples(processes.device)
        self.learner = Learner(processes)
        self.network = self.learner.network
        self.progress = records.load_progress()
        best = records.load(records.START / "best.pt")
        self.stopping = EarlyStopping(self.progress["waiting"], best)

    def resume(self, path):
        """Continues after the epoch of a checkpoint."""
        state = records.load(Path(path))
        self.learner.load(state)
        self.progress = state["progress"]
        self.stopping = EarlyStopping(self.progress["waiting"], state["best"])

    def count(self, batch, loss, norm):
        """Takes note of an iteration."""
        progress, totals = self.progress, self.progress["totals"]
        progress["iteration"] += 1
        progress["iterationInEpoch"] += 1
        progress["samplesSeen"] += len(batch)
        totals["lossSum"] += loss * len(batch)
        totals["samples"] += len(batch)
        totals["gradientNormSum"] += norm
        totals["iterations"] += 1
        totals["learningRate"] = self.learner.learning_rate
        every = settings.VALIDATE_ITERATIONS
        progress["validationDue"] = every is not None and progress["iteration"] % every == 0

    def validate(self, epoch):
        """Measures the validation set, each process a part of it."""
        self.progress["validationDue"] = False
        if self.validation is None:
            return
        self.network.eval()
        own = torch.zeros((), dtype=torch.float64, device=self.processes.device)
        rows = self.processes.share(np.arange(self.validation.size))
        with torch.no_grad():
            for start in range(0, len(rows), 1024):
                losses = self.validation.losses(self.network, rows[start : start + 1024])
                own += losses.double().sum()
        self.network.train()
        loss = self.processes.total(own) / self.validation.size
        iteration = self.progress["iteration"]
        self.tell(type="validation", epoch=epoch, iteration=iteration, loss=loss, metrics={})
        self.stopping.observe(loss, epoch, iteration, self.network)

    def tell(self, **event):
        if self.processes.is_first:
            records.tell(**event)

    def run(self, tells_iterations):
        start = records.load_progress()["iteration"]
        if self.processes.is_first:
            records.begin_log(self.progress["iteration"], self.progress["iteration"] == start)
            records.forget_end()
        self.network.train()
        while self.is_under_way():
            self.run_epoch(self.progress["epoch"] + 1, tells_iterations)
        self.finish()

    def is_under_way(self):
        return not self.stopping.is_over() and self.progress["iteration"] < settings.ITERATIONS

    def run_epoch(self, epoch, tells_iterations):
        """An epoch, or what is left of it, or of it what was planned."""
        begun = time.perf_counter()
        progress = self.progress
        if progress["iterationInEpoch"] == 0:
            progress["totals"] = dict.fromkeys(progress["totals"], 0)
        # The masks of dropout, the same where the training continues from a checkpoint.
        seed = f"{settings.SEED}/dropout/{epoch}/{progress['iterationInEpoch']}/{self.processes.rank}"
        torch.manual_seed(first_word(seed))
        for batch in batches(self.train.size, epoch)[progress["iterationInEpoch"] :]:
            if progress["validationDue"]:
                self.validate(epoch)
            if not self.is_under_way():
                return
            loss, norm = self.learner.learn_from(self.train, batch, progress["iteration"])
            self.count(batch, loss, norm)
            if tells_iterations:
                self.tell(type="iteration", epoch=epoch, iteration=progress["iteration"], loss=loss)
        if progress["validationDue"]:
            self.validate(epoch)
        every = settings.VALIDATE_EPOCHS
        if every is not None and epoch % every == 0:
            self.validate(epoch)
        self.end_epoch(epoch, time.perf_counter() - begun)

    def end_epoch(self, epoch, seconds):
        progress, totals = self.progress, self.progress["totals"]
        loss = totals["lossSum"] / totals["samples"]
        self.tell(
            type="epochEnd",
            epoch=epoch,
            iteration=progress["iteration"],
            samplesSeen=progress["samplesSeen"],
            loss=loss,
            learningRate=totals["learningRate"],
            gradientNorm=totals["gradientNormSum"] / totals["iterations"],
            seconds=seconds,
        )
        progress.update(epoch=epoch, iterationInEpoch=0)
        progress["waiting"] = self.stopping.state()
        if self.processes.is_first:
            print(f"epoch {epoch}: loss {loss:.6g}", flush=True)
            state = {
                **self.learner.state(),
                "progress": progress,
                "best": self.stopping.best_weights,
            }
            records.save_checkpoint(epoch, state)

    def finish(self):
        """Leaves what was trained: the best weights where early stopping keeps them, or the last."""
        progress, best = self.progress, self.stopping.best_weights
        progress["waiting"] = self.stopping.state()
        if self.processes.is_first:
            last = self.network.state_dict()
            files = {"weights.pt": last if best is None else best, "last.pt": last}
            if self.learner.optimizer_state():
                files["optimizer.pt"] = self.learner.optimizer_state()
            reason = self.stopping.reason()
            end = {"reason": reason, "keepsBest": best is not None, "processes": self.processes.count}
            records.save_trained(files, {**progress, **end})
            if reason:
                print(reason, flush=True)
        self.processes.wait()


def main():
    parser = argparse.ArgumentParser(description="Trains the network.")
    parser.add_argument("--resume", help="a file of checkpoints/ to continue from")
    parser.add_argument("--tell-iterations", action="store_true", help="the loss of each in the log")
    options = parser.parse_args()
    torch.set_default_dtype(getattr(torch, settings.DTYPE))
    processes = Processes()
    try:
        training = Training(processes)
        if options.resume:
            training.resume(options.resume)
        training.run(options.tell_iterations)
    except Exception:
        traceback.print_exc()
        processes.leave(1)
    processes.leave(0)


if __name__ == "__main__":
    main()
`;
