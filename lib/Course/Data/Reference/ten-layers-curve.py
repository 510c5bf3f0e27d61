#!/usr/bin/env python3
"""Writes ten-layers-curve.json: the losses of PyTorch's first 50 steps on MNIST with the ten layers of notebook 07.

784-100-…-100-10 with ReLU, from seed 1: first Linear's own draws, then He's over the weights, layer by layer, and biases 0. Standardised
pixels, plain descent at 0.02, batches of 64 from the first 12,800 digits in the order that Batches.Of gives for seed 1. A row is the loss
of one step. Run: /usr/bin/python3 ten-layers-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS, RATE = 12_800, 64, 1, 50, 0.02
SIZES = [784] + [100] * 9 + [10]

images, labels = digits.training(COUNT)
torch.manual_seed(SEED)
parts = [part for n, m in zip(SIZES, SIZES[1:]) for part in (torch.nn.Linear(n, m), torch.nn.ReLU())]
net = torch.nn.Sequential(*parts[:-1])
for p in net.parameters():
    torch.nn.init.kaiming_normal_(p) if p.dim() == 2 else torch.nn.init.zeros_(p)

descent = torch.optim.SGD(net.parameters(), lr=RATE)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    descent.zero_grad()
    loss.backward()
    descent.step()
    losses.append(loss.item())

digits.write(__file__, losses)
