#!/usr/bin/env python3
"""Writes mlp-curve.json: the losses of PyTorch's first 100 steps on MNIST, from the start of notebook 08.

784-128-10 from seed 1, standardised pixels, Adam at 0.001, batches of 64 from the first 6,000 digits in the order that Batches.Of gives
for seed 1. A row is the loss of one step. Run: /usr/bin/python3 mlp-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 6000, 64, 1, 100

images, labels = digits.training(COUNT)
torch.manual_seed(SEED)
net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10))
adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
