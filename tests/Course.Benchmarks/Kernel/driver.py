"""Times a kernel as its clients see it. Usage: driver.py FOLDER-OF-KERNELS KERNEL csharp|python
Prints one JSON object: measure -> [unit, median, lower tenth, upper tenth]."""
import json, os, statistics, sys, time
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

FOLDER, KERNEL, LANGUAGE = sys.argv[1:]
PATIENCE = 60
STARTS, QUEUED, MANY = 5, 200, 1000

SAY = {
    "csharp": {
        "count": ("var counter = 0;", "counter++;"),
        "complete": ("var flippers = new double[] { 1, 2 };", "flippers.Len", "Length"),
        "page": 'var page = HTML(new string(\'x\', 10_000_000));',
        "show": "display(page);",
        "go": "display(1);\nwhile (true) { }",
    },
    "python": {
        "count": ("counter = 0", "counter += 1"),
        "complete": ("flippers = [1.0, 2.0]", "flippers.appe", "append"),
        "page": "from IPython.display import display, HTML\npage = HTML('x' * 10_000_000)",
        "show": "display(page)",
        "go": "display(1)\nwhile True: pass",
    },
}[LANGUAGE]


def start():
    """A new kernel, its client, and the seconds from the process's start to the first result."""
    manager = KernelManager(kernel_name=KERNEL, kernel_spec_manager=KernelSpecManager(kernel_dirs=[FOLDER]))
    began = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels(hb=False)
    wait(client, client.execute("1+1"))
    return manager, client, time.perf_counter() - began


def wait(client, msg_id):
    while client.get_shell_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != msg_id:
        pass


def until(client, msg_id, kind, state=None):
    """Reads IOPub up to a message of a request."""
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == msg_id and message["msg_type"] == kind and state in (None, message["content"].get("execution_state")):
            return message


def run(client, code):
    msg_id = client.execute(code)
    wait(client, msg_id)
    until(client, msg_id, "status", "idle")


def timed(action, times):
    found = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        found.append(time.perf_counter() - began)
    return found


def row(unit, values, scale=1):
    values = sorted(scale * value for value in values)
    return [unit, statistics.median(values), values[len(values) // 10], values[-1 - len(values) // 10]]


def cpu(manager):
    """Seconds of processor time that the kernel has taken."""
    fields = open(f"/proc/{manager.provisioner.process.pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(manager):
    """Returns when the kernel has been idle for a second: either may still be busy with itself after its first result."""
    used = None
    for _ in range(PATIENCE):
        before, used = used, cpu(manager)
        if before is not None and used - before <= 0.02:
            return
        time.sleep(1)


def resident(manager):
    pid = manager.provisioner.process.pid
    return int(open(f"/proc/{pid}/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def completion(client):
    before, text, wanted = SAY["complete"]
    run(client, before)

    def ask(indent=""):
        msg_id = client.complete(indent + text, len(indent + text))
        reply = client.get_shell_msg(timeout=PATIENCE)
        assert reply["parent_header"]["msg_id"] == msg_id and any(m.endswith(wanted) for m in reply["content"]["matches"]), reply["content"]
        until(client, msg_id, "status", "idle")

    timed(ask, 5)
    places = iter(" " * n for n in range(1, 21))
    return timed(lambda: ask(next(places)), 20), timed(ask, 20)


def queued(client):
    before, code = SAY["count"]
    run(client, before)

    def all_of_them():
        for msg_id in [client.execute(code) for _ in range(QUEUED)]:
            wait(client, msg_id)
            until(client, msg_id, "status", "idle")

    return timed(all_of_them, 3)


def large_display(client):
    run(client, SAY["page"])

    def show():
        msg_id = client.execute(SAY["show"])
        until(client, msg_id, "display_data")
        show.rest = msg_id

    found = []
    for _ in range(7):
        found += timed(show, 1)
        until(client, show.rest, "status", "idle")
        wait(client, show.rest)
    return found


def interrupts(manager, client):
    found = []
    for _ in range(11):
        msg_id = client.execute(SAY["go"])
        until(client, msg_id, "display_data")
        time.sleep(0.05)
        found += timed(lambda: (manager.interrupt_kernel(), wait(client, msg_id)), 1)
        until(client, msg_id, "status", "idle")
    return found


def main():
    starts = []
    for i in range(STARTS):
        manager, client, seconds = start()
        starts.append(seconds)
        if i < STARTS - 1:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    rows = {"process start to first result, median of %d" % STARTS: row("s", starts)}
    settle(manager)
    rows["processor time of a start"] = row("s", [cpu(manager)])
    rows["memory when idle (resident)"] = row("MiB", [resident(manager)])
    rows["1+1, the first 100"] = row("ms", timed(lambda: run(client, "1+1"), 100), 1000)
    before = cpu(manager)
    rows["1+1, median of 200"] = row("ms", timed(lambda: run(client, "1+1"), 200), 1000)
    rows["processor time of 1+1, mean of 200"] = row("ms", [(cpu(manager) - before) / 200], 1000)
    first, again = completion(client)
    rows["completion of a member, new place, median of 20"] = row("ms", first, 1000)
    rows["completion of a member, next letter, median of 20"] = row("ms", again, 1000)
    rows["%d queued cells, median of 3" % QUEUED] = row("s", queued(client))
    rows["display of 10 MB, median of 7"] = row("ms", large_display(client), 1000)
    rows["interrupt of a tight loop, median of 11"] = row("ms", interrupts(manager, client), 1000)
    before = resident(manager)
    code = SAY["count"][1]
    for _ in range(MANY):
        run(client, code)
    rows["memory for %d trivial cells" % MANY] = row("MiB", [resident(manager) - before])
    rows["memory after them"] = row("MiB", [resident(manager)])
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    print(json.dumps(rows))


main()
