#!/usr/bin/env python3
"""Writes stress-curve.json: the losses of PyTorch's first 50 steps of Embedding + Linear on stress patterns, from notebook 14.

Pieces of one to three signs, 16 numbers each, at first a tenth of what PyTorch draws, summed, then Linear(16, 10), from seed 1; Adam at 0.001, cross-entropy, batches of 32 from the
dictionary's first 3,200 words of the ten commonest patterns, in the order that Batches.Of gives for seed 1. A row is the loss of one step.
Run: /usr/bin/python3 stress-curve.py (with "-": print instead of writing)
"""
import collections, gzip, itertools, pathlib, re, sys

sys.dont_write_bytecode = True
import torch
import digits

COUNT, BATCH, SEED, STEPS, LEAST = 3200, 32, 1, 50, 3


def spoken():
    """(word, pattern) of every word's first pronunciation, in the dictionary's order."""
    file = pathlib.Path(__file__).resolve().parents[4] / "datasets" / "cmudict" / "cmudict.txt.gz"
    for line in gzip.open(file, "rt"):
        word, sounds = line.rstrip("\n").split("  ", 1)
        if re.fullmatch("[A-Z]+", word):
            yield word.lower(), "".join(sign for sign in sounds if sign.isdigit())


def pieces(word):
    marked = f"^{word}$"
    runs = (marked[i:i + n] for n in (1, 2, 3) for i in range(len(marked) - n + 1))
    return [run for run in runs if run not in "^$"]


every = list(spoken())
patterns = [pattern for pattern, _ in collections.Counter(pattern for _, pattern in every).most_common(10)]
words = [(word, patterns.index(pattern)) for word, pattern in every if pattern in patterns][:COUNT]
counts = collections.Counter(piece for word, _ in words for piece in pieces(word))
number = {piece: i + 1 for i, piece in enumerate(sorted(piece for piece, n in counts.items() if n >= LEAST))}
rows = [[number[piece] for piece in pieces(word) if piece in number] for word, _ in words]
longest = max(map(len, rows))
tokens = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
labels = torch.tensor([label for _, label in words])

torch.manual_seed(SEED)
table = torch.nn.Embedding(len(number) + 1, 16, padding_idx=0)
head = torch.nn.Linear(16, 10)
with torch.no_grad():
    table.weight.mul_(0.1)
adam = torch.optim.Adam([*table.parameters(), *head.parameters()], lr=0.001)
losses = []
for batch in itertools.islice(digits.batches(COUNT, BATCH, SEED), STEPS):
    loss = torch.nn.functional.cross_entropy(head(table(tokens[batch]).sum(1)), labels[batch])
    adam.zero_grad()
    loss.backward()
    adam.step()
    losses.append(loss.item())

digits.write(__file__, losses)
