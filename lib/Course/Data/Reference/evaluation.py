#!/usr/bin/env python3
"""Writes evaluation.json: what scikit-learn makes of 200 scores with ties and of 60 answers in four classes.

Rows: 0 scores · 1 truths (1: yes) · 2 precision, recall, F1, accuracy at 0.5 · 3, 4 ROC: false alarms, recall · 5, 6 recall and precision from the
highest threshold to the lowest · 7 area under the ROC curve, average precision · 8, 9 calibration in ten bins, every score 0.003 higher: mean chance, share that came true ·
10 classes said · 11 true classes · 12 precision, recall, F1, macro, then micro.
Run: /usr/bin/python3 evaluation.py (with "-": print instead of writing). Debian: apt-get install python3-sklearn.
"""
import json, pathlib, sys

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import (accuracy_score, average_precision_score, precision_recall_curve, precision_recall_fscore_support, roc_auc_score, roc_curve)

draw = np.random.RandomState(13)
truth = (draw.rand(200) < 0.15).astype(int)
scores = np.round(np.clip(0.25 * truth + 0.7 * draw.rand(200), 0, 1), 2)   # two decimals: many ties
said = (scores >= 0.5).astype(int)
classes, guesses = draw.randint(0, 4, 60), draw.randint(0, 3, 60)          # class 3 is never said
guesses[:35] = np.where(classes[:35] < 3, classes[:35], 0)


def three(truth, said, average):
    return list(precision_recall_fscore_support(truth, said, average=average, zero_division=0)[:3])


false_alarms, recall, _ = roc_curve(truth, scores, drop_intermediate=False)
precision_of, recall_of, _ = precision_recall_curve(truth, scores)         # from the lowest threshold up, and an invented last point
came, chance = calibration_curve(truth, scores + 0.003, n_bins=10)   # off the edges: there its bins end, and ours begin
rows = [
    scores, truth, three(truth, said, "binary") + [accuracy_score(truth, said)], false_alarms, recall,
    recall_of[:-1][::-1], precision_of[:-1][::-1],
    [roc_auc_score(truth, scores), average_precision_score(truth, scores)], chance, came,
    guesses, classes, three(classes, guesses, "macro") + three(classes, guesses, "micro"),
]
text = ",\n    ".join(json.dumps([float(value) for value in row]) for row in rows)
path = pathlib.Path(__file__).resolve()
made = f'{{\n  "made": "scikit-learn {sklearn.__version__}, {path.name}",\n  "rows": [\n    {text}\n  ]\n}}\n'
print(made) if "-" in sys.argv else path.with_suffix(".json").write_text(made)
