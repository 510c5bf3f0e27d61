#!/usr/bin/env python3
"""Writes five-curve.json: the losses of PyTorch's first 50 steps on "is it a 5?", from the start of notebook 13.

784-32-1 from seed 1, standardised pixels, Adam at 0.001, binary cross-entropy, batches of 64 from the first 6,000 digits in the order that
Batches.Of gives for seed 1. A row is the loss of one step. Run: /usr/bin/python3 five-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 6000, 64, 1, 50

images, labels = digits.training(COUNT)
five = (labels == 5).float()
torch.manual_seed(SEED)
net = torch.nn.Sequential(torch.nn.Linear(784, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1))
adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.binary_cross_entropy_with_logits(net(images[rows]).squeeze(1), five[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
