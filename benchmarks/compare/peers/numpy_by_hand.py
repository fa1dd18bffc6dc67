"""A network written out in numpy, one thread: what a careful person gets without a framework."""
import json, sys, time
import numpy as np

task = json.loads(sys.argv[1])
sizes, batch = task["sizes"], task["batch"]
one, tanh, adam = sizes[-1] == 1, task["activation"] == "tanh", task["optimizer"] == "adam"
rng = np.random.default_rng(1)
x = rng.standard_normal((1024, sizes[0]), dtype=np.float32)
y = rng.standard_normal((1024, 1), dtype=np.float32) if one else rng.integers(0, sizes[-1], 1024)
weights = [rng.standard_normal((a, b), dtype=np.float32) * np.float32((2 / a) ** 0.5) for a, b in zip(sizes, sizes[1:])]
biases = [np.zeros(b, np.float32) for b in sizes[1:]]
parameters = weights + biases
m = [np.zeros_like(p) for p in parameters]
v = [np.zeros_like(p) for p in parameters]
f = np.float32
state = {"i": 0, "loss": 0.0}


def iterate():
    start = (state["i"] * batch) % (1024 - 1024 % batch)
    state["i"] += 1
    xb, yb = x[start:start + batch], y[start:start + batch]
    hidden = [xb]
    for l, (w, b) in enumerate(zip(weights, biases)):
        h = hidden[-1] @ w + b
        if l < len(weights) - 1:
            h = np.tanh(h) if tanh else np.maximum(h, 0)
        hidden.append(h)
    if one:
        delta = hidden[-1] - yb
        state["loss"] = float((delta * delta).mean())
        delta = delta * f(2 / batch)
    else:
        z = hidden[-1] - hidden[-1].max(1, keepdims=True)
        e = np.exp(z)
        p = e / e.sum(1, keepdims=True)
        state["loss"] = float(-np.log(p[np.arange(batch), yb] + f(1e-30)).mean())
        p[np.arange(batch), yb] -= 1
        delta = p * f(1 / batch)
    gw, gb = [None] * len(weights), [None] * len(weights)
    for l in range(len(weights) - 1, -1, -1):
        gw[l], gb[l] = hidden[l].T @ delta, delta.sum(0)
        if l > 0:
            h = hidden[l]
            delta = (delta @ weights[l].T) * ((1 - h * h) if tanh else (h > 0))
    t = state["i"]
    for k, (p_, g) in enumerate(zip(parameters, gw + gb)):
        if adam:
            m[k] *= f(0.9); m[k] += f(0.1) * g
            v[k] *= f(0.999); v[k] += f(0.001) * (g * g)
            p_ -= f(1e-3 / (1 - 0.9 ** t)) * m[k] / (np.sqrt(v[k] / f(1 - 0.999 ** t)) + f(1e-8))
        else:
            p_ -= f(0.01) * g


def repeat(n):
    start = time.perf_counter()
    for _ in range(n):
        iterate()
    return (time.perf_counter() - start) * 1000


count = 1
while repeat(count) < 150:
    count *= 2
times = sorted(repeat(count) / count for _ in range(7))
print(json.dumps({"ms": times[3], "check": state["loss"]}))
