#!/usr/bin/env python3
"""Writes cnn-curve.json: the losses of PyTorch's first 50 steps on MNIST with the recipe of notebook 09.

conv32(3×3)-pool-dense64-dense10 with ReLU, from seed 1, standardised pixels, Adam at 0.001, batches of 32 from the first 5,400 digits in
the order that Batches.Of gives for seed 1. A row is the loss of one step. Run: /usr/bin/python3 cnn-curve.py (with "-": print instead of
writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 5400, 32, 1, 50

images, labels = digits.training(COUNT)
images = images.view(-1, 1, 28, 28)
torch.manual_seed(SEED)
net = torch.nn.Sequential(
    torch.nn.Conv2d(1, 32, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
    torch.nn.Linear(5408, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
adam = torch.optim.Adam(net.parameters(), lr=0.001)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
