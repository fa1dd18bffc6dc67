"""The whole training run of job_epochal.mjs in PyTorch. Prints the last loss."""
import json, sys
import torch

task = json.loads(sys.argv[1])
torch.set_num_threads(task["threads"])
torch.manual_seed(1)
sizes, batch = task["sizes"], task["batch"]


def numbers(size):
    places = torch.arange(size * sizes[0])
    inputs = ((places * 7919) % 1009).to(torch.float32) / 1009
    return inputs.reshape(size, sizes[0]), (torch.arange(size) * 31) % sizes[-1]


layers = []
for i in range(len(sizes) - 1):
    layers += ([torch.nn.ReLU()] if i else []) + [torch.nn.Linear(sizes[i], sizes[i + 1])]
model = torch.nn.Sequential(*layers)
optimizer = torch.optim.Adam(model.parameters(), 1e-3)
loss_of = torch.nn.CrossEntropyLoss()
x, y = numbers(task["samples"])
vx, vy = numbers(task["validation"])
for epoch in range(task["epochs"]):
    order = torch.randperm(len(x))
    total = 0.0
    for start in range(0, len(x), batch):
        rows = order[start:start + batch]
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(rows)
    with torch.no_grad():
        loss_of(model(vx), vy).item()
print(json.dumps({"check": total / len(x), "threads": torch.get_num_threads()}))
