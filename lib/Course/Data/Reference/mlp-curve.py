#!/usr/bin/env python3
"""Writes mlp-curve.json: the losses of PyTorch's first 100 steps on MNIST, from the start of notebook 08.

784-128-10 from seed 1, standardised pixels, Adam at 0.001, batches of 64 from the first 6,000 digits in the order that Batches.Of gives
for seed 1. A row is the loss of one step. Run: /usr/bin/python3 mlp-curve.py (with "-": print instead of writing)
"""
import gzip, json, pathlib, sys
import numpy, torch

COUNT, BATCH, SEED, STEPS = 6000, 64, 1, 100
MASK = 2**64 - 1


def next64(state):  # SplitMix64, as in Shuffle.cs: the new state, and a random number
    state = (state + 0x9E3779B97F4A7C15) & MASK
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return state, z ^ (z >> 31)


def order(count, seed, epoch):  # Fisher and Yates, from the last place to the first
    items = list(range(count))
    state = next64(seed)[1] ^ epoch
    for i in range(count - 1, 0, -1):
        state, z = next64(state)
        j = ((z >> 32) * (i + 1)) >> 32
        items[i], items[j] = items[j], items[i]
    return items


def idx(name, header):
    path = next(folder / "datasets" / "mnist" / name for folder in here.parents if (folder / "datasets").is_dir())
    return numpy.frombuffer(gzip.decompress(path.read_bytes()), dtype=numpy.uint8, offset=header)


here = pathlib.Path(__file__).resolve()
images = torch.tensor(idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)[:COUNT].astype(numpy.float32) / numpy.float32(255))
images = images.sub(0.1307).div(0.3081)
labels = torch.tensor(idx("train-labels-idx1-ubyte.gz", 8)[:COUNT].astype(numpy.int64))

torch.manual_seed(SEED)
net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10))
adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for epoch in range(1 + STEPS * BATCH // COUNT):
    places = order(COUNT, SEED, epoch)
    for start in range(0, COUNT, BATCH):
        rows = torch.tensor(places[start:start + BATCH])
        loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
        adam.zero_grad()
        loss.backward()
        adam.step()
        losses.append(loss.item())

text = ",\n    ".join(json.dumps([loss]) for loss in losses[:STEPS])
made = f'{{\n  "made": "PyTorch {torch.__version__}, mlp-curve.py",\n  "rows": [\n    {text}\n  ]\n}}\n'
if "-" in sys.argv:
    print(made)
else:
    here.with_suffix(".json").write_text(made)
