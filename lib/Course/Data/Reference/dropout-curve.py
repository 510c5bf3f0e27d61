#!/usr/bin/env python3
"""Writes dropout-curve.json: the losses of PyTorch's first 50 steps on 1,000 digits with the dropout and the weight decay of notebook 11.

784-128-10 with ReLU and dropout of 0.5 behind it, standardised pixels, Adam at 0.001 with a weight decay of 0.001, batches of 64, seed 1,
on the first 1,000 training digits in the order that Batches.Of gives. A row is the loss of one step.
Run: /usr/bin/python3 dropout-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 1_000, 64, 1, 50

images, labels = digits.training(COUNT)
torch.manual_seed(SEED)
net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Dropout(0.5), torch.nn.Linear(128, 10))
adam = torch.optim.Adam(net.parameters(), lr=0.001, weight_decay=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
