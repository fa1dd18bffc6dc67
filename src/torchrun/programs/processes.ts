/** `processes.py`: the processes that train together, be it one. */
export const PROCESSES_PROGRAM = `"""The processes that train together: torchrun starts several, python one."""
import os
import sys

import torch
import torch.distributed as dist


class Processes:
    def __init__(self):
        local = int(os.environ.get("LOCAL_RANK", 0))
        beside = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
        has_gpus = torch.cuda.is_available() and torch.cuda.device_count() >= beside
        backend = "nccl" if has_gpus else "gloo"
        if "RANK" in os.environ:
            dist.init_process_group(backend)
        else:
            dist.init_process_group(backend, store=dist.HashStore(), rank=0, world_size=1)
        self.device = torch.device("cuda", local) if has_gpus else torch.device("cpu")
        if has_gpus:
            torch.cuda.set_device(self.device)
        self.rank, self.count = dist.get_rank(), dist.get_world_size()
        self.is_first = self.rank == 0

    def share(self, rows):
        """The part of these rows that this process computes; there may be fewer rows than processes."""
        return rows[self.rank :: self.count]

    def total(self, value):
        """The sum of a scalar over all processes, as a number."""
        value = value.detach().double()
        dist.all_reduce(value)
        return value.item()

    def wait(self):
        """Until all of them are here."""
        dist.barrier()

    def leave(self, code):
        """Ends this process. All is written by then; the threads of gloo may wait for the interpreter while it
        waits for them at its end (seen in PyTorch 1.13), so it does not wait."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
`;
