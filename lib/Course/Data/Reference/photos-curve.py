#!/usr/bin/env python3
"""Writes photos-curve.json: the losses of PyTorch's first 50 steps with the network of notebook 10 for pictures of three channels.

Two convolutions (3 to 32 to 64, 3 × 3) with ReLU and pooling, 1600-64-10 with ReLU, PyTorch's own draws from seed 1, Adam at 0.001 and PyTorch's
defaults, batches of 32 from the first 1,600 digits in the order that Batches.Of gives for seed 1. A pixel is 1 − ink in each channel.
A row is the loss of one step. Run: /usr/bin/python3 photos-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits
from torch.nn import Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential

COUNT, BATCH, SEED, STEPS = 1_600, 32, 1, 50

images, labels = digits.grey(COUNT)
papers = (1 - images).reshape(-1, 1, 28, 28).expand(-1, 3, -1, -1).contiguous()
torch.manual_seed(SEED)
body = Sequential(Conv2d(3, 32, 3), ReLU(), MaxPool2d(2), Conv2d(32, 64, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(1600, 64), ReLU())
net = Sequential(body, Linear(64, 10))

adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(papers[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
