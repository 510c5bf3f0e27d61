#!/usr/bin/env python3
"""Writes distil-curve.json: the losses of PyTorch's first 50 steps of a student, from notebook 18.

The teacher: 784-128-10 from seed 1, Adam at 0.001, one epoch of the first 6,000 digits. The student: 784-16-10 from seed 2, Adam at 0.003, the same
batches, cross-entropy against the teacher's chances at a temperature of 4, times 16. Standardised pixels, batches of 64 in the order that Batches.Of
gives for seed 1. A row is the loss of one step. Run: /usr/bin/python3 distil-curve.py (with "-": print instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS, T = 6000, 64, 1, 50, 4

images, labels = digits.training(COUNT)


def network(seed, hidden):
    torch.manual_seed(seed)
    return torch.nn.Sequential(torch.nn.Linear(784, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 10))


def train(net, lr, steps, loss_of):
    adam, losses = torch.optim.Adam(net.parameters(), lr=lr), []
    for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), steps):
        loss = loss_of(net(images[rows]), rows)
        adam.zero_grad()
        loss.backward()
        adam.step()
        losses.append(loss.item())
    return losses


teacher, student = network(1, 128), network(2, 16)
train(teacher, 0.001, -(-COUNT // BATCH), lambda z, rows: torch.nn.functional.cross_entropy(z, labels[rows]))
with torch.no_grad():
    soft = (teacher(images) / T).softmax(1)
digits.write(__file__, train(student, 0.003, STEPS, lambda z, rows: -(soft[rows] * (z / T).log_softmax(1)).sum(1).mean() * T * T))
