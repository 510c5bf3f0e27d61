#!/usr/bin/env python3
"""Writes one-cycle-curve.json: the losses of PyTorch's first 50 steps on MNIST with notebook 12's network and its one-cycle plan.

784-128-10 with ReLU from seed 1, standardised pixels, descent with momentum 0.9, batches of 64 from the first 12,000 digits in the order
that Batches.Of gives for seed 1. The rate is OneCycleLR's, peak 0.05 over three epochs (564 steps), momentum kept. A row is the loss of one
step. Run: /usr/bin/python3 one-cycle-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS, PEAK, ALL = 12_000, 64, 1, 50, 0.05, 564

images, labels = digits.training(COUNT)
torch.manual_seed(SEED)
net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10))
descent = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
cycle = torch.optim.lr_scheduler.OneCycleLR(descent, max_lr=PEAK, total_steps=ALL, cycle_momentum=False)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    descent.zero_grad()
    loss.backward()
    descent.step()
    cycle.step()
    losses.append(loss.item())

digits.write(__file__, losses)
