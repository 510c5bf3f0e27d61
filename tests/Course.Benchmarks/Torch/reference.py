"""Measures Workloads.cs in PyTorch. Reads requests, answers each with one line of numbers:

time SECONDS WARM-UP KIND SIZES...  seconds per repetition; none: no such workload here
memory REPETITIONS KIND SIZES...    bytes resident before, bytes at the peak
"""
import math
import os
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
ROWS, COLUMNS = 4096, 1024
DIGITS = 10_000


def best(action, seconds, warm_up):
    """The fastest block's mean, as Clock.cs does."""
    end = time.perf_counter() + warm_up
    action()
    while time.perf_counter() < end:
        action()
    calls = 1
    while min(block(action, calls), block(action, calls)) < 0.01:
        calls *= 2
    result, end = math.inf, time.perf_counter() + seconds
    while True:
        result = min(result, block(action, calls) / calls)
        if time.perf_counter() >= end:
            return result


def block(action, calls):
    start = time.perf_counter()
    for _ in range(calls):
        action()
    return time.perf_counter() - start


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


def perceptron():
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


def convolution():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(32 * 169, 64), nn.ReLU(), nn.Linear(64, 10)
    )


def mlp(batch):
    model = perceptron()
    return step(model, torch.optim.Adam(model.parameters()), torch.rand(batch, 784), torch.randint(0, 10, (batch,)))


def cnn(batch):
    model = convolution()
    return step(model, torch.optim.Adam(model.parameters()), torch.rand(batch, 1, 28, 28), torch.randint(0, 10, (batch,)))


def gpt(context, batch):
    model = Gpt(context)
    x, y = torch.randint(0, 65, (batch, context)), torch.randint(0, 65, (batch * context,))
    return step(model, torch.optim.AdamW(model.parameters()), x, y)


def tiny():
    model = nn.Sequential(nn.Linear(2, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid())
    return step(model, torch.optim.SGD(model.parameters(), 0.5), torch.rand(4, 2), torch.rand(4, 1), F.mse_loss)


def picking(model, batch, *shape):
    """Digits in memory; each step picks a batch by its places."""
    images, labels, order = torch.rand(DIGITS, *shape), torch.randint(0, 10, (DIGITS,)), torch.randperm(DIGITS)
    optimizer = torch.optim.Adam(model.parameters())
    start = 0

    def run():
        nonlocal start
        places = order.narrow(0, start, batch)
        start = 0 if start + 2 * batch > DIGITS else start + batch
        step(model, optimizer, images.index_select(0, places), labels.index_select(0, places))()

    return run


def mlp_digits(batch):
    return picking(perceptron(), batch, 784)


def cnn_digits(batch):
    return picking(convolution(), batch, 1, 28, 28)


def matmul(m, k, n):
    a, b = torch.rand(m, k), torch.rand(k, n)
    return torch.no_grad()(lambda: a @ b)


def bmm(count, m, k, n):
    a, b = torch.rand(count, m, k), torch.rand(count, k, n)
    return torch.no_grad()(lambda: a @ b)


def adam():
    weight = nn.Parameter(torch.rand(ROWS, COLUMNS))
    weight.grad = torch.rand(ROWS, COLUMNS)
    return torch.optim.Adam([weight]).step


def stream(kind):
    x, weight, labels = torch.randn(ROWS, COLUMNS), torch.ones(COLUMNS), torch.randint(0, COLUMNS, (ROWS,))
    actions = {
        "relu": lambda: x.relu(),
        "gelu": lambda: F.gelu(x),
        "softmax": lambda: x.softmax(-1),
        "layer_norm": lambda: F.layer_norm(x, (COLUMNS,), weight, weight),
        "cross_entropy": lambda: F.cross_entropy(x, labels),
        "sum": lambda: x.sum(),
    }
    return torch.no_grad()(actions[kind]) if kind in actions else None


def prepare(kind, sizes):
    kinds = {"mlp": mlp, "cnn": cnn, "gpt": gpt, "tiny": tiny, "mlp_digits": mlp_digits, "cnn_digits": cnn_digits}
    kinds |= {"matmul": matmul, "bmm": bmm, "adam": adam}
    return kinds[kind](*sizes) if kind in kinds else stream(kind)


def status(name):
    with open("/proc/self/status") as lines:
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def peak(repetitions, kind, sizes):
    tiny()()
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    baseline = status("VmRSS")
    action = prepare(kind, sizes)
    for _ in range(repetitions):
        action()
    return baseline, status("VmHWM")


def answer(verb, *words):
    if verb == "memory":
        repetitions, kind, *sizes = words
        return peak(int(repetitions), kind, map(int, sizes))
    seconds, warm_up, kind, *sizes = words
    action = prepare(kind, map(int, sizes))
    return ["none"] if action is None else [best(action, float(seconds), float(warm_up))]


def is_slow():
    """Debian's PyTorch runs on the reference BLAS where no other is installed, twenty times slower than any reader's."""
    with open("/proc/self/maps") as maps:
        return "/blas/libblas.so" in maps.read()


if is_slow():
    sys.exit("PyTorch runs on the reference BLAS here, as no reader's does; install Debian's libopenblas0-pthread")

print("ready", torch.__version__, flush=True)
for request in sys.stdin:
    print(*answer(*request.split()), flush=True)
