#!/usr/bin/env python3
"""Writes two-convolutions-curve.json: the losses of PyTorch's first 50 steps on MNIST with the network of notebook 17.

conv5×16-pool-conv5×32-pool-fc10 with ReLU, from seed 1, standardised pixels, Adam at 0.002, batches of 64 from the first 6,000 digits in
the order that Batches.Of gives for seed 1; weights are drawn as floats, then all is double, since in single precision rounding alone grows
to half a percent within 50 steps. A row is the loss of one step. Run: /usr/bin/python3 two-convolutions-curve.py (with "-": print
instead of writing)
"""
import itertools, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS = 6000, 64, 1, 50

images, labels = digits.training(COUNT)
images = images.view(-1, 1, 28, 28).double()
torch.manual_seed(SEED)
net = torch.nn.Sequential(
    torch.nn.Conv2d(1, 16, 5), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
    torch.nn.Conv2d(16, 32, 5), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
    torch.nn.Flatten(), torch.nn.Linear(512, 10)).double()
adam = torch.optim.Adam(net.parameters(), lr=0.002)
losses = []
for rows in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(net(images[rows]), labels[rows])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
