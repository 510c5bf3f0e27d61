"""Prints draws.json: what PyTorch's CPU generator draws for the calls that RandomTests makes."""
import json

import torch


def draw(make):
    torch.manual_seed(1234)
    return [float(v) for v in make().reshape(-1).tolist()]


bits = {
    "rand": draw(lambda: torch.rand(5)),
    "rand double": draw(lambda: torch.rand(5, dtype=torch.float64)),
    "uniform_": draw(lambda: torch.empty(40).uniform_(-0.3, 0.7)),
    "randint": draw(lambda: torch.randint(0, 100, (20,))),
    "randint wide": draw(lambda: torch.randint(-5, 1 << 40, (4,))),
    "randperm": draw(lambda: torch.randperm(20)),
    "bernoulli_": draw(lambda: torch.empty(20).bernoulli_(0.3)),
    "bernoulli tensor": draw(lambda: torch.full((20,), 0.3).bernoulli()),
    "dropout": draw(lambda: torch.nn.functional.dropout(torch.ones(20), 0.4)),
    "multinomial": draw(lambda: torch.multinomial(torch.tensor([0.1, 0.4, 0.2, 0.3]), 3)),
    "multinomial one": draw(lambda: torch.multinomial(torch.tensor([[0.1, 0.4, 0.5], [0.9, 0.05, 0.05]]), 1)),
    "multinomial replacement": draw(lambda: torch.multinomial(torch.tensor([0.1, 0.4, 0.2, 0.3]), 10, replacement=True)),
    "linear": draw(lambda: torch.nn.Linear(7, 3).weight),
    "conv": draw(lambda: torch.nn.Conv2d(2, 3, 3).bias),
    "lstm": draw(lambda: torch.nn.LSTM(3, 2).weight_hh_l0),
}
close = {
    "randn few": draw(lambda: torch.randn(5)),
    "randn few twice": draw(lambda: torch.cat([torch.randn(3), torch.randn(2)])),
    "randn many": draw(lambda: torch.randn(37)),
    "randn double": draw(lambda: torch.randn(18, dtype=torch.float64)),
    "normal_": draw(lambda: torch.empty(20).normal_(2, 0.5)),
    "exponential_": draw(lambda: torch.empty(6).exponential_(2)),
    "embedding": draw(lambda: torch.nn.Embedding(5, 4).weight),
    "attention": draw(lambda: torch.nn.MultiheadAttention(4, 2).in_proj_weight),
}
print(json.dumps({"bits": bits, "close": close}, indent=1))
