"""Computes the cases on standard input with PyTorch; writes values and gradients to standard output, as JSON.

A case: {"id", "expr", "inputs": [{"dtype", "shape", "values"}], "grad": true}. The expression sees the list x.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F  # used by expressions

torch.set_num_threads(1)


def number(value):
    if isinstance(value, bool):
        return 1 if value else 0
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return float("%.12g" % value)
    return value


def packed(tensor):
    return {
        "dtype": str(tensor.dtype).replace("torch.", ""),
        "shape": list(tensor.shape),
        "values": [number(v) for v in tensor.detach().reshape(-1).tolist()],
    }


def run(case):
    inputs = []
    for given in case["inputs"]:
        tensor = torch.tensor([float(v) for v in given["values"]], dtype=torch.float64)
        tensor = tensor.to(getattr(torch, given["dtype"])).reshape(given["shape"])
        if case["grad"] and tensor.is_floating_point():
            tensor.requires_grad_(True)
        inputs.append(tensor)
    result = eval(case["expr"], {"torch": torch, "F": F, "math": math, "x": inputs})
    answer = {"id": case["id"], "value": packed(result)}
    if case["grad"] and result.requires_grad:
        ramp = torch.cos(torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
        result.backward(ramp.to(result.dtype))
        answer["grads"] = [None if t.grad is None else packed(t.grad) for t in inputs]
    return answer


def main():
    answers = []
    for case in json.load(sys.stdin):
        try:
            answers.append(run(case))
        except Exception as error:  # the case itself is wrong: the test shows this text
            answers.append({"id": case["id"], "error": str(error)})
    json.dump(answers, sys.stdout, separators=(",", ":"))


main()
