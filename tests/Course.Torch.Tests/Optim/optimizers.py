"""Prints optimizers.json: 12 steps of each optimiser, and 30 rates of each schedule, in PyTorch."""
import json

import torch
from torch.optim import lr_scheduler as S

START = [1.0, -2.0, 0.5]


def run(make):
    p = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    o = make([p])
    for i in range(12):
        o.zero_grad()
        ((p * p).sum() + (p * (i % 3)).sin().sum()).backward()
        o.step()
    return p.tolist()


def closure(make):
    p = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    o = make([p])

    def loss():
        o.zero_grad()
        value = (p ** 4).sum() + (p * p[0]).sum() + p.sin().sum()
        value.backward()
        return value

    return [x for _ in range(3) for x in [o.step(loss).item(), *p.tolist()]]


def rates(make):
    p = torch.tensor(START, requires_grad=True)
    o = torch.optim.SGD([p], 0.1, momentum=0.9)
    s = make(o)
    out = []
    for _ in range(30):
        out.append(o.param_groups[0]["lr"])
        o.step()
        s.step()
    return out


O = torch.optim
optimizers = {
    "sgd": lambda p: O.SGD(p, 0.1),
    "sgd momentum": lambda p: O.SGD(p, 0.1, momentum=0.9, dampening=0.2, weight_decay=0.01),
    "sgd nesterov": lambda p: O.SGD(p, 0.1, momentum=0.9, nesterov=True, maximize=False),
    "adam": lambda p: O.Adam(p, 0.1, weight_decay=0.1),
    "adam amsgrad": lambda p: O.Adam(p, 0.1, amsgrad=True, maximize=True),
    "adamw": lambda p: O.AdamW(p, 0.1, weight_decay=0.1),
    "rmsprop": lambda p: O.RMSprop(p, 0.1, momentum=0.5, centered=True, weight_decay=0.1),
    "adagrad": lambda p: O.Adagrad(p, 0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2),
    "sgd maximize": lambda p: O.SGD(p, 0.01, momentum=0.9, weight_decay=0.1, maximize=True),
    "adam maximize": lambda p: O.Adam(p, 0.1, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1, maximize=True),
    "adamw amsgrad": lambda p: O.AdamW(p, 0.1, weight_decay=0.1, amsgrad=True, maximize=True),
    "radam": lambda p: O.RAdam(p, 0.1, weight_decay=0.1),
    "radam short": lambda p: O.RAdam(p, 0.1, betas=(0.8, 0.9)),
    "adadelta": lambda p: O.Adadelta(p, 1.0, rho=0.8, eps=1e-4, weight_decay=0.1),
    "adadelta maximize": lambda p: O.Adadelta(p, 1.0, maximize=True),
    "adamax": lambda p: O.Adamax(p, 0.1, weight_decay=0.1),
    "rprop": lambda p: O.Rprop(p, 0.1),
    "rprop steps": lambda p: O.Rprop(p, 0.1, etas=(0.3, 1.5), step_sizes=(0.05, 0.3)),
}
closures = {
    "lbfgs": lambda p: O.LBFGS(p, 0.1),
    "lbfgs short": lambda p: O.LBFGS(p, 1, max_iter=5, history_size=3),
    "lbfgs evaluations": lambda p: O.LBFGS(p, 0.5, max_iter=20, max_eval=4),
}
schedules = {
    "step": lambda o: S.StepLR(o, 7, 0.5),
    "lambda": lambda o: S.LambdaLR(o, lambda e: 1 / (e + 1)),
    "multistep": lambda o: S.MultiStepLR(o, [4, 9], 0.5),
    "polynomial": lambda o: S.PolynomialLR(o, 12, 2.0),
    "multiplicative": lambda o: S.MultiplicativeLR(o, lambda e: 0.9),
    "exponential": lambda o: S.ExponentialLR(o, 0.9),
    "constant": lambda o: S.ConstantLR(o, 0.25, 6),
    "linear": lambda o: S.LinearLR(o, 0.2, 0.8, 9),
    "cosine": lambda o: S.CosineAnnealingLR(o, 11, 0.01),
    "onecycle": lambda o: S.OneCycleLR(o, 0.5, total_steps=31),
    "onecycle three linear": lambda o: S.OneCycleLR(o, 0.5, total_steps=31, three_phase=True, anneal_strategy="linear"),
    "cyclic": lambda o: S.CyclicLR(o, 0.01, 0.2, 4, 6, mode="triangular2"),
    "cyclic exp": lambda o: S.CyclicLR(o, 0.01, 0.2, 4, mode="exp_range", gamma=0.95),
    "sequential": lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, 1.0, 5), S.CosineAnnealingLR(o, 20)], [5]),
    "chained": lambda o: S.ChainedScheduler([S.LinearLR(o, 0.1, 1.0, 5), S.ExponentialLR(o, 0.9)]),
}
# PyTorch 1.13 keeps ASGD's rate in float32, and counts a momentum of NAdam twice (mended in 2.0): these two are TorchSharp 0.107.0's.
TORCHSHARP = {
    "asgd": [-0.39753914737443796, -0.4472622622147656, -0.4204155015268845],
    "nadam": [0.09674989729589989, -1.0956342118952203, -0.28838662981215135],
}
print(json.dumps({"optimizers": {k: run(v) for k, v in optimizers.items()} | TORCHSHARP, "closures": {k: closure(v) for k, v in closures.items()}, "schedules": {k: rates(v) for k, v in schedules.items()}}).replace("], ", "],\n"))
