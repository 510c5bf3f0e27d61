#!/usr/bin/env python3
"""Measures what each notebook's kernel needs at most at the fast tier, on a machine with 2 GiB, and writes memory.json.

usage: measure_memory.py [NOTEBOOK…]     files; none: every one of the course; other rows of memory.json stay
Needs jupyter_client and nbclient, and a built course. The limit is a control group of the kernel and its client (version
1 or 2, for root); .NET sees it and sizes its heap by it. Without one, only the peak is measured, and limited_by says so.
The peak is VmHWM: the process's largest resident memory, the shared pages of .NET's own files included.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULT = ROOT / "binder" / "memory.json"
COURSE = ROOT / "lib" / "Course.Cli" / "bin" / "Release" / "net10.0" / "course"
MIB = 1 << 20
LIMIT_MIB = 2048
CELL_SECONDS = 600


def peak_mib(process):
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1024)


def control_group():
    """A new group with the limit, as (its folder, how it is called); (None, reason) where none can be made."""
    for folder, limit_file, name in (
        ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "cgroup v1"),
        ("/sys/fs/cgroup", "memory.max", "cgroup v2"),
    ):
        group = pathlib.Path(folder) / f"course-{os.getpid()}"
        try:
            group.mkdir()
            (group / limit_file).write_text(str(LIMIT_MIB * MIB))
            return group, name
        except OSError:
            if group.exists():
                group.rmdir()
    return None, "nothing: no control group can be made here"


def run_one(notebook):
    """In the group: executes every cell in our kernel and prints the kernel's peak."""
    import nbformat
    from nbclient import NotebookClient

    document = nbformat.read(notebook, as_version=4)
    client = NotebookClient(document, kernel_name=".net-csharp", timeout=CELL_SECONDS, resources={"metadata": {"path": str(ROOT / "notebooks")}})
    with client.setup_kernel():
        for index, cell in enumerate(document.cells):
            client.execute_cell(cell, index)
        print(peak_mib(client.km.provisioner.process.pid))


def measure(notebook, group, environment):
    def join():
        if group:
            (group / "cgroup.procs").write_text(str(os.getpid()))

    done = subprocess.run([sys.executable, __file__, "--one", notebook], env=environment, preexec_fn=join, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{notebook} did not run to its end within {LIMIT_MIB} MiB:\n{done.stderr}")
    return int(done.stdout.split()[-1])


def measure_server(environment):
    """What Jupyter itself needs beside a kernel, after it has shown a notebook."""
    lab = subprocess.Popen([COURSE, "lab", "--no-browser"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        name, address = lab.stdout.readline().strip().split(": ", 1)
        with urllib.request.urlopen(address) as page:
            page.read()
        children = [child for task in pathlib.Path(f"/proc/{lab.pid}/task").iterdir() for child in (task / "children").read_text().split()]
        jupyter = children[0]
        return name, peak_mib(jupyter)
    finally:
        lab.terminate()
        lab.wait()


def main(notebooks):
    old = json.loads(RESULT.read_text()) if RESULT.exists() else {"kernels_mib": {}}
    group, limited_by = control_group()
    result = {"tier": "fast", "limit_mib": LIMIT_MIB, "limited_by": limited_by, "server": "", "server_mib": 0, "kernels_mib": old["kernels_mib"]}
    try:
        with tempfile.TemporaryDirectory() as prefix:
            subprocess.run([COURSE, "kernel", "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
            environment = os.environ | {"COURSE_TIER": "fast", "COURSE_HOME": f"{prefix}/home", "JUPYTER_PATH": f"{prefix}/share/jupyter", "JUPYTER_RUNTIME_DIR": f"{prefix}/runtime"}
            result["server"], result["server_mib"] = measure_server(environment)
            for notebook in notebooks or sorted(ROOT.glob("notebooks/*.ipynb")):
                name = pathlib.Path(notebook).stem
                result["kernels_mib"][name] = measure(str(notebook), group, environment)
                print(f"{name:40} {result['kernels_mib'][name]:6} MiB", flush=True)
    finally:
        if group:
            group.rmdir()
    result["kernels_mib"] = dict(sorted(result["kernels_mib"].items()))
    unfinished = RESULT.with_suffix(".part")
    unfinished.write_text(json.dumps(result, indent=2) + "\n")
    unfinished.replace(RESULT)


if __name__ == "__main__":
    run_one(sys.argv[2]) if sys.argv[1:2] == ["--one"] else main(sys.argv[1:])
