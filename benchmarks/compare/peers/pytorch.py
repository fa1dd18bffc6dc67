"""PyTorch, with as many threads as the task says. Prints {"ms", "check"} as the other peers do."""
import json, sys, time
import torch

task = json.loads(sys.argv[1])
torch.set_num_threads(task.get("threads", 1))


def report(run, check):
    count, elapsed = 1, 0.0
    def repeat(n):
        start = time.perf_counter()
        for _ in range(n):
            run()
        return (time.perf_counter() - start) * 1000
    repeat(1)
    while repeat(count) < 150:
        count *= 2
    times = sorted(repeat(count) / count for _ in range(7))
    print(json.dumps({"ms": times[3], "check": check()}))


if task["kind"] == "matmul":
    a, b = torch.randn(task["m"], task["k"]), torch.randn(task["k"], task["n"])
    report(lambda: a @ b, lambda: float(((a @ b).double() - a.double() @ b.double()).abs().max() / (a.double() @ b.double()).abs().max()))
else:
    sizes, batch = task["sizes"], task["batch"]
    layers = []
    for i in range(len(sizes) - 1):
        layers.append(torch.nn.Linear(sizes[i], sizes[i + 1]))
        if i < len(sizes) - 2:
            layers.append(torch.nn.Tanh() if task["activation"] == "tanh" else torch.nn.ReLU())
    model = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(model.parameters(), 0.01) if task["optimizer"] == "sgd" else torch.optim.Adam(model.parameters(), 1e-3)
    one = sizes[-1] == 1
    x = torch.randn(1024, sizes[0])
    y = torch.randn(1024, 1) if one else torch.randint(0, sizes[-1], (1024,))
    loss_of = torch.nn.MSELoss() if one else torch.nn.CrossEntropyLoss()
    state = {"i": 0, "loss": 0.0}
    def iterate():
        start = (state["i"] * batch) % (1024 - 1024 % batch)
        state["i"] += 1
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(x[start:start + batch]), y[start:start + batch])
        loss.backward()
        optimizer.step()
        state["loss"] = loss.item()
    report(iterate, lambda: state["loss"])
