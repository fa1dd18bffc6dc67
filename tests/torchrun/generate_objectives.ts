/**
 * Runs `objective.py` of every loss in PyTorch 1.13 and writes losses and gradients into
 * tests/fixtures/torchrun: `npx tsx tests/torchrun/generate_objectives.ts`, with Debian's python3-torch.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OBJECTIVES, programOf } from './objectives.ts';

const folder = mkdtempSync(join(tmpdir(), 'objectives-'));
for (const [name, objective] of Object.entries(OBJECTIVES)) {
  writeFileSync(join(folder, `${name}.py`), programOf(objective));
}
const given = Object.fromEntries(
  Object.entries(OBJECTIVES).map(([name, { outputs, targets }]) => [
    name,
    [outputs.toArray(), targets.toArray(), targets.dtype],
  ]),
);
writeFileSync(join(folder, 'given.json'), JSON.stringify(given));
writeFileSync(
  join(folder, 'run.py'),
  `import importlib, json, torch
torch.set_default_dtype(torch.float64)
found = {"torch": torch.__version__}
for name, (outputs, targets, dtype) in json.load(open("given.json")).items():
    outputs = torch.tensor(outputs, requires_grad=True)
    targets = torch.tensor(targets, dtype=torch.int64 if dtype == "int32" else torch.float64)
    losses = importlib.import_module(name).sample_losses(outputs, targets)
    losses.sum().backward()
    program = open(name + ".py").read()
    found[name] = {"program": program, "losses": losses.tolist(), "gradient": outputs.grad.flatten().tolist()}
print(json.dumps(found))
`,
);
const found = execFileSync('/usr/bin/python3', ['run.py'], { cwd: folder, encoding: 'utf8' });
writeFileSync(join(import.meta.dirname, '../fixtures/torchrun/objectives.json'), found);
rmSync(folder, { recursive: true });
