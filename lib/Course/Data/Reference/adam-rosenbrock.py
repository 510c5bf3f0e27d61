#!/usr/bin/env python3
"""Writes adam-rosenbrock.json: PyTorch's Adam on Rosenbrock's function, in double, for 100 steps.

Rows are (x, y) before the first step and after each step. Run: /usr/bin/python3 adam-rosenbrock.py
"""
import json, pathlib, torch

p = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
adam = torch.optim.Adam([p], lr=0.1, betas=(0.9, 0.999), eps=1e-8)
rows = [p.tolist()]
for _ in range(100):
    adam.zero_grad()
    ((1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2).backward()
    adam.step()
    rows.append(p.tolist())

here = pathlib.Path(__file__)
text = ",\n    ".join(json.dumps(row) for row in rows)
here.with_suffix(".json").write_text(
    f'{{\n  "made": "PyTorch {torch.__version__}, adam-rosenbrock.py",\n  "rows": [\n    {text}\n  ]\n}}\n')
