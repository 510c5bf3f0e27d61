"""What the scripts here share: MNIST as the notebooks standardise it, and the order that Batches.Of gives."""
import gzip, pathlib
import numpy, torch

MASK = 2**64 - 1


def next64(state):  # SplitMix64, as in Shuffle.cs: the new state, and a random number
    state = (state + 0x9E3779B97F4A7C15) & MASK
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return state, z ^ (z >> 31)


def order(count, seed, epoch):  # Fisher and Yates, from the last place to the first
    items = list(range(count))
    state = next64(seed)[1] ^ epoch
    for i in range(count - 1, 0, -1):
        state, z = next64(state)
        j = ((z >> 32) * (i + 1)) >> 32
        items[i], items[j] = items[j], items[i]
    return items


def batches(count, size, seed):  # epoch after epoch, without end
    epoch = 0
    while True:
        places = order(count, seed, epoch)
        for start in range(0, count, size):
            yield torch.tensor(places[start:start + size])
        epoch += 1


def grey(count):  # (count, 784) pixels from 0 to 1 and (count) labels
    images = idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)[:count].astype(numpy.float32) / numpy.float32(255)
    labels = idx("train-labels-idx1-ubyte.gz", 8)[:count].astype(numpy.int64)
    return torch.tensor(images), torch.tensor(labels)


def training(count):  # the same, standardised
    images, labels = grey(count)
    return images.sub(0.1307).div(0.3081), labels


def idx(name, header):
    here = pathlib.Path(__file__).resolve()
    path = next(folder / "datasets" / "mnist" / name for folder in here.parents if (folder / "datasets").is_dir())
    return numpy.frombuffer(gzip.decompress(path.read_bytes()), dtype=numpy.uint8, offset=header)


def write(script, losses):  # beside the script, or to the screen when it was called with "-"
    import json, sys

    text = ",\n    ".join(json.dumps([loss]) for loss in losses)
    path = pathlib.Path(script).resolve()
    made = f'{{\n  "made": "PyTorch {torch.__version__}, {path.name}",\n  "rows": [\n    {text}\n  ]\n}}\n'
    print(made) if "-" in sys.argv else path.with_suffix(".json").write_text(made)
