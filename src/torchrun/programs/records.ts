/** `records.py`: what is kept of the training: the log, checkpoints, and what comes of it. */
export const RECORDS_PROGRAM = `"""What is kept: the log, a checkpoint for each epoch, and at the end what was trained."""
import json
from pathlib import Path

import torch

HERE = Path(__file__).resolve().parent
START = HERE / "start"
TRAINED = HERE / "trained"
CHECKPOINTS = HERE / "checkpoints"
LOG = TRAINED / "log.jsonl"


def load(path):
    """Tensors by name; None where there is no such file."""
    return torch.load(path, map_location="cpu") if path.exists() else None


def load_progress():
    return json.loads((START / "progress.json").read_text())


def begin_log(iteration, is_new):
    """Keeps what was told up to where the training continues."""
    TRAINED.mkdir(exist_ok=True)
    told = LOG.read_text().splitlines(True) if LOG.exists() and not is_new else []
    LOG.write_text("".join(line for line in told if json.loads(line)["iteration"] <= iteration))


def tell(**event):
    with open(LOG, "a") as log:
        log.write(as_json(event) + "\\n")


def as_json(values):
    """Numbers that JSON does not have become texts."""
    names = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    return json.dumps({name: names.get(str(value), value) for name, value in values.items()})


def save_checkpoint(epoch, state):
    CHECKPOINTS.mkdir(exist_ok=True)
    path = CHECKPOINTS / f"epoch_{epoch:04d}.pt"
    torch.save(state, path.with_suffix(".partial"))
    path.with_suffix(".partial").replace(path)  # whole, or not there


def save_trained(files, end):
    """The tensors of each file by its name; end.json comes last: where it is, everything is."""
    for name, tensors in files.items():
        on_cpu = {key: value.cpu() for key, value in tensors.items()}
        torch.save(on_cpu, TRAINED / name)
    (TRAINED / "end.json").write_text(as_json(end) + "\\n")


def forget_end():
    """What was trained before is no longer the end once the training continues."""
    (TRAINED / "end.json").unlink(missing_ok=True)
`;
