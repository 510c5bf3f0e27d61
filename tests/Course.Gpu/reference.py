"""The networks of Workloads.cs in this machine's PyTorch, on drawn data: milliseconds a step and samples a second."""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

WARM_UP = 20
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def attend(self, q, k, v):
        if hasattr(F, "scaled_dot_product_attention"):
            return F.scaled_dot_product_attention(q, k, v, is_causal=True)
        scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5  # PyTorch 1
        later = torch.ones(q.shape[-2], q.shape[-2], dtype=torch.bool, device=q.device).triu(1)
        return scores.masked_fill(later, float("-inf")).softmax(-1) @ v

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (part.reshape(b, t, self.heads, -1).transpose(1, 2) for part in self.qkv(self.norm1(x)).chunk(3, -1))
        x = x + self.out(self.attend(q, k, v).transpose(1, 2).reshape(b, t, c))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, symbols, context, layers, heads, width):
        super().__init__()
        self.token, self.place = nn.Embedding(symbols, width), nn.Embedding(context, width)
        self.blocks = nn.Sequential(*(Block(width, heads) for _ in range(layers)))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, symbols, bias=False)

    def forward(self, x):
        h = self.token(x) + self.place(torch.arange(x.shape[1], device=x.device))
        return self.head(self.norm(self.blocks(h))).flatten(0, 1)


def measure(name, net, optimizer, batch, batch_size, steps):
    net.to(DEVICE)
    optimizer = optimizer(net.parameters())

    def step():
        x, y = batch()
        loss = F.cross_entropy(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    for _ in range(WARM_UP):
        step()
    start = time.perf_counter()
    for _ in range(steps):
        step()
    seconds = (time.perf_counter() - start) / steps
    print(f"\n{name}, batch {batch_size}\n  {seconds * 1e3:.3f} ms a step, {batch_size / seconds:.0f} samples a second ({steps} steps)", flush=True)


def digits(*shape):
    x, y = torch.randn(6000, *shape, device=DEVICE), torch.randint(10, (6000,), device=DEVICE)

    def batch():
        rows = torch.randint(6000, (64,)).to(DEVICE)
        return x[rows], y[rows]

    return batch


def text():
    tokens = torch.randint(30, (20000,))
    lines = tokens[torch.randint(20000 - 64, (32,)).unsqueeze(1) + torch.arange(65)].to(DEVICE)
    return lines[:, :-1], lines[:, 1:].reshape(-1)


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(f"device   {DEVICE}: {torch.cuda.get_device_name(0) if DEVICE.type == 'cuda' else 'processor'}\nbackend  PyTorch {torch.__version__}, {torch.get_num_threads()} threads")
    torch.manual_seed(1)
    mlp = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    cnn = nn.Sequential(
        nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(32 * 4 * 4, 10))
    adam = lambda parameters: torch.optim.Adam(parameters, lr=0.001)
    measure("MLP 784-128-10 (08)", mlp, adam, digits(784), 64, steps)
    measure("CNN 16-32 (09)", cnn, adam, digits(1, 28, 28), 64, steps)
    gpt = Gpt(30, 64, 4, 4, 128)
    measure("GPT 4 layers, 128 wide, context 64 (16)", gpt, lambda parameters: torch.optim.AdamW(parameters, lr=0.003), text, 32, steps)


main()
