#!/usr/bin/env python3
"""Writes shipped-curve.json: the losses of PyTorch's first 50 steps on 6,000 digits with the network of notebook 19.

conv8(5×5)-pool-conv16(5×5)-pool-dropout-dense10 with ReLU, from seed 1, standardised pixels, Adam at 0.001, batches of 64 from the first
6,000 training digits in the order that Batches.Of gives for seed 1. A row is the loss of one step.
Run: /usr/bin/python3 shipped-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 6_000, 64, 1, 50

images, labels = digits.training(COUNT)
images = images.view(-1, 1, 28, 28)
torch.manual_seed(SEED)
net = torch.nn.Sequential(
    torch.nn.Conv2d(1, 8, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
    torch.nn.Conv2d(8, 16, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
    torch.nn.Flatten(), torch.nn.Dropout(0.2), torch.nn.Linear(784, 10))
adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
