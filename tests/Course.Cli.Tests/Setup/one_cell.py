"""Starts the installed kernel and prints what each argument, a cell, evaluates to."""
import sys

from jupyter_client.manager import start_new_kernel

WATCHDOG = 60
manager, client = start_new_kernel(kernel_name=".net-csharp", startup_timeout=WATCHDOG)
try:
    for code in sys.argv[1:]:
        def show(message):
            content = message["content"]
            print(content.get("data", {}).get("text/plain") or content.get("traceback") or content.get("text") or "", end="\n", flush=True)

        client.execute_interactive(code, timeout=WATCHDOG, output_hook=lambda m: show(m) if m["msg_type"] in ("execute_result", "error") else None)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=False)
