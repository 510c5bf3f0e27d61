"""What a browser does with `course lab`, over HTTP: lists kernels and files, starts the kernel, runs a cell.
Last it starts an endless cell and leaves. Prints the kernel's process."""
import json
import sys
import urllib.parse
import urllib.request

from jupyter_client import BlockingKernelClient

WATCHDOG = 60
address, runtime = sys.argv[1:]
site = urllib.parse.urlsplit(address)
token = urllib.parse.parse_qs(site.query)["token"][0]


def ask(path, data=None, key=token):
    request = urllib.request.Request(f"http://{site.netloc}{path}", data and json.dumps(data).encode(), {"Authorization": f"token {key}"})
    return urllib.request.urlopen(request, timeout=WATCHDOG)


def refused(key):
    try:
        ask("/api/contents", key=key)
    except urllib.error.HTTPError as error:
        return error.code == 403
    return False


assert refused("") and refused("wrong"), "Jupyter answers without its token"
assert ask(site.path).status == 200, site.path
assert ask("/nbextensions/widgets/notebook/js/extension.js").status == 200
spec = json.load(ask("/api/kernelspecs"))["kernelspecs"][".net-csharp"]["spec"]
assert spec["language"] == "C#" and "course" in spec["metadata"], spec
assert "00-start-here.ipynb" in [file["name"] for file in json.load(ask("/api/contents"))["content"]]

started = json.load(ask("/api/kernels", {"name": ".net-csharp"}))
client = BlockingKernelClient(connection_file=f"{runtime}/kernel-{started['id']}.json")
client.load_connection_file()
client.start_channels()
client.wait_for_ready(timeout=WATCHDOG)


def run(code, until):
    msg_id = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=WATCHDOG)
        if message["parent_header"].get("msg_id") == msg_id and message["msg_type"] == until:
            return message["content"]


assert run("1 + 1", "execute_result")["data"]["text/plain"] == "2"
kernel = run("Environment.ProcessId", "execute_result")["data"]["text/plain"]
run('display("go"); while (true) { }', "display_data")
print(kernel)
