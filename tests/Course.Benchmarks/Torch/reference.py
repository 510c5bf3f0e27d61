"""Prints the times of TorchSuite's workloads in PyTorch: {name: seconds per repetition}. Argument: number of threads."""
import json
import math
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(int(sys.argv[1]))


def best(action, seconds=1.0, least=5):
    action()
    times = []
    end = time.perf_counter() + seconds
    while len(times) < least or time.perf_counter() < end:
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def median(action, seconds=2.0, least=9):
    action()
    times = []
    end = time.perf_counter() + seconds
    while len(times) < least or time.perf_counter() < end:
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask):
        b, t, c = x.shape
        q, k, v = (p.reshape(b, t, self.heads, -1).transpose(1, 2) for p in self.qkv(self.norm1(x)).chunk(3, -1))
        scores = (q @ k.transpose(-2, -1) / math.sqrt(c // self.heads)).masked_fill(mask, -math.inf)
        x = x + self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, c))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, context):
        super().__init__()
        self.token, self.place = nn.Embedding(65, 128), nn.Embedding(context, 128)
        self.blocks = nn.ModuleList([Block(128, 4) for _ in range(4)])
        self.norm, self.head = nn.LayerNorm(128), nn.Linear(128, 65, bias=False)
        self.mask = torch.ones(context, context).triu(1).bool()

    def forward(self, x):
        h = self.token(x) + self.place(torch.arange(x.shape[1]))
        for block in self.blocks:
            h = block(h, self.mask)
        return self.head(self.norm(h)).reshape(-1, 65)


def step(model, optimizer, x, y, loss=F.cross_entropy):
    def run():
        value = loss(model(x), y)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()

    return run


def workloads():
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    yield "MLP 784-128-10, batch 64, Adam: step", median(
        step(model, torch.optim.Adam(model.parameters()), torch.rand(64, 784), torch.randint(0, 10, (64,)))
    )
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(32 * 169, 64), nn.ReLU(), nn.Linear(64, 10)
    )
    yield "CNN conv32-pool-64-10, batch 32, Adam: step", median(
        step(model, torch.optim.Adam(model.parameters()), torch.rand(32, 1, 28, 28), torch.randint(0, 10, (32,)))
    )
    model = Gpt(64)
    yield "GPT 4 layers, 128 wide, context 64, batch 32, AdamW: step", median(
        step(model, torch.optim.AdamW(model.parameters()), torch.randint(0, 65, (32, 64)), torch.randint(0, 65, (2048,))), 4
    )
    model = nn.Sequential(nn.Linear(2, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid())
    yield "2-4-1 sigmoid, batch 4, SGD: step", median(
        step(model, torch.optim.SGD(model.parameters(), 0.5), torch.rand(4, 2), torch.rand(4, 1), F.mse_loss)
    )
    for n in (64, 128, 256, 512, 1024, 2048):
        a, b = torch.rand(n, n), torch.rand(n, n)
        yield f"matmul {n}", best(lambda: a @ b)
    a, b = torch.rand(64, 784), torch.rand(784, 128)
    yield "matmul 64 x 784 x 128", best(lambda: a @ b)
    a, b = torch.rand(2048, 128), torch.rand(128, 512)
    yield "matmul 2048 x 128 x 512", best(lambda: a @ b)
    big = torch.randn(4096, 1024)
    weight = torch.ones(1024)
    labels = torch.randint(0, 1024, (4096,))
    with torch.no_grad():
        yield "ReLU, 16 MB", best(lambda: big.relu())
        yield "GELU, 16 MB", best(lambda: F.gelu(big))
        yield "softmax, 16 MB", best(lambda: big.softmax(-1))
        yield "layer norm, 16 MB", best(lambda: F.layer_norm(big, (1024,), weight, weight))
        yield "cross-entropy, 16 MB", best(lambda: F.cross_entropy(big, labels))
        yield "sum, 16 MB", best(lambda: big.sum())


print(json.dumps(dict(workloads())))
