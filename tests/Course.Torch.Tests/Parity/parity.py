"""Prints parity.json: losses of 100 training steps of four small networks, in float32 and float64, all drawn from seed 7."""
import json
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(6, 12)
        self.out = nn.Linear(12, 5)

    def forward(self, x):
        return self.out(self.lstm(x)[0][-1])


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (p.reshape(b, t, self.heads, -1).transpose(1, 2) for p in self.qkv(self.norm1(x)).chunk(3, -1))
        scores = (q @ k.mT / math.sqrt(c // self.heads)).masked_fill(torch.ones(t, t).triu(1).bool(), -math.inf)
        x = x + self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, c))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.token = nn.Embedding(11, 16)
        self.place = nn.Embedding(8, 16)
        self.blocks = nn.ModuleList([Block(16, 2), Block(16, 2)])
        self.norm = nn.LayerNorm(16)
        self.head = nn.Linear(16, 11, bias=False)
        # Uniforms are equal bit for bit; PyTorch's normals differ in a float's last digits even between its own builds.
        nn.init.uniform_(self.token.weight, -2, 2)
        nn.init.uniform_(self.place.weight, -2, 2)

    def forward(self, x):
        h = self.token(x) + self.place(torch.arange(x.shape[1]))
        for block in self.blocks:
            h = block(h)
        return self.head(self.norm(h)).reshape(-1, 11)


def train(make_data, make_model, make_optimizer, dtype):
    torch.manual_seed(7)
    x, y = make_data()
    model = make_model().to(dtype)
    x = x.to(dtype) if x.is_floating_point() else x
    optimizer = make_optimizer(model.parameters())
    losses = []
    for _ in range(100):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float("%.12g" % loss.item()))
    return losses


SETUPS = {
    "mlp": (
        lambda: (torch.rand(32, 20), torch.randint(0, 5, (32,))),
        lambda: nn.Sequential(nn.Linear(20, 16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 5)),
        lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=1e-3, nesterov=True),
    ),
    "cnn": (
        lambda: (torch.rand(8, 1, 12, 12), torch.randint(0, 5, (8,))),
        lambda: nn.Sequential(
            nn.Conv2d(1, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 8, 3, stride=2), nn.Tanh(), nn.Flatten(), nn.Linear(32, 5)
        ),
        lambda p: torch.optim.Adam(p, 0.003),
    ),
    "lstm": (
        lambda: (torch.rand(7, 16, 6), torch.randint(0, 5, (16,))),
        Lstm,
        lambda p: torch.optim.RMSprop(p, 0.001, momentum=0.5),
    ),
    "gpt": (
        lambda: (torch.randint(0, 11, (6, 8)), torch.randint(0, 11, (48,))),
        Gpt,
        lambda p: torch.optim.AdamW(p, 0.003),
    ),
}

print(
    json.dumps(
        {name + " " + str(dtype)[6:]: train(*setup, dtype) for name, setup in SETUPS.items() for dtype in (torch.float32, torch.float64)}
    ).replace("], ", "],\n")
)
