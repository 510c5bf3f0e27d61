"""Drives the kernel with jupyter_client, as notebooks do. Usage: kernel_tests.py FOLDER-OF-KERNELS [TEST...]
Prints one line a test: 'ok NAME' or 'FAILED NAME: why'."""
import os, queue, random, signal, sys, time, traceback
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from message_spec import check

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell started us in the background, and by all that we start
FOLDER = sys.argv[1]
WATCHDOG = 60


class Kernel:
    """A running kernel and its blocking client."""

    def __init__(self):
        self.manager = KernelManager(kernel_name=".net-csharp", kernel_spec_manager=KernelSpecManager(kernel_dirs=[FOLDER]))
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=WATCHDOG)

    def messages(self, msg_id):
        """All of IOPub that belongs to a request, up to idle."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=WATCHDOG)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            found.append(check(message))
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found

    def reply(self, msg_id):
        while True:
            message = self.client.get_shell_msg(timeout=WATCHDOG)
            if message["parent_header"].get("msg_id") == msg_id:
                return check(message)

    def run(self, code, **options):
        """The reply's content and the messages without status and input."""
        msg_id = self.client.execute(code, **options)
        reply = self.reply(msg_id)["content"]
        return reply, [m for m in self.messages(msg_id) if m["msg_type"] not in ("status", "execute_input")]

    def value(self, code):
        reply, messages = self.run(code)
        assert reply["status"] == "ok", reply
        return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "execute_result"][0]

    def ask(self, msg_id):
        reply = self.reply(msg_id)["content"]
        self.messages(msg_id)
        return reply

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def test_kernel_info(k):
    info = k.ask(k.client.kernel_info())
    assert info["protocol_version"] == "5.3" and info["language_info"]["name"] == "C#", info
    assert info["language_info"]["file_extension"] == ".cs"


def test_state_and_results(k):
    assert k.value("var x = 41;\nx + 1") == "42"
    assert k.value("x") == "41"


def test_order_of_messages(k):
    msg_id = k.client.execute('Console.Write("a"); display(1); Console.Write("b"); 2')
    kinds = [m["msg_type"] for m in k.messages(msg_id)]
    assert kinds == ["status", "execute_input", "stream", "display_data", "stream", "execute_result", "status"], kinds


def test_execution_count(k):
    first, _ = k.run("1")
    second, messages = k.run("2")
    assert second["execution_count"] == first["execution_count"] + 1
    assert messages[0]["content"]["execution_count"] == second["execution_count"]
    silent, shown = k.run("3", silent=True)
    assert not shown
    again, _ = k.run("4", store_history=False)
    assert again["execution_count"] == second["execution_count"], again


def test_unicode(k):
    text = "é 中 🙂"
    _, messages = k.run(f'Console.Write("{text}")')
    assert messages[0]["content"]["text"] == text
    _, messages = k.run('Console.Write("\\ud83d");')
    assert messages[0]["msg_type"] == "stream"
    assert k.value("1") == "1"


def test_error(k):
    reply, messages = k.run('var kept = 5;\nint.Parse("x");')
    assert reply["status"] == "error" and reply["ename"] == "FormatException", reply
    assert [m["msg_type"] for m in messages] == ["error"]
    assert any("line 2" in line for line in reply["traceback"])
    assert not any("Course.Kernel" in line for line in reply["traceback"]), reply["traceback"]
    assert k.value("kept") == "5"


def test_compile_error(k):
    reply, messages = k.run("var a = missing;")
    assert reply["ename"] == "CompilationError" and "CS0103" in reply["evalue"], reply
    assert any("^^^^^^^" in line for line in reply["traceback"])


def test_stop_on_error(k):
    bad = k.client.execute('System.Threading.Thread.Sleep(500); throw new Exception("stop");')
    queued = [k.client.execute(f"var never{i} = 1;") for i in range(5)]
    info = k.client.kernel_info()
    assert k.reply(bad)["content"]["status"] == "error"
    assert [k.reply(m)["content"]["status"] for m in queued] == ["aborted"] * 5
    assert k.reply(info)["content"]["status"] == "ok"
    assert k.value("1 + 1") == "2"


def test_stop_on_error_of_many(k):
    """Requests that are still in the socket when a cell fails are aborted with those in the queue. The kernel is halted while they
    are sent, so that all are there when it wakes; a cell that does not compile fails before its reader has handed over the rest."""
    process = int(k.value("System.Environment.ProcessId"))
    for _ in range(20):
        os.kill(process, signal.SIGSTOP)
        ids = [k.client.execute(code) for code in ["}"] + ["1"] * 80]
        time.sleep(0.05)
        os.kill(process, signal.SIGCONT)
        assert [k.reply(m)["content"]["status"] for m in ids] == ["error"] + ["aborted"] * 80


def test_unreadable_requests(k):
    """A request that is signed and cannot be read gets a reply all the same."""
    for kind, content in [("execute_request", b'{"code":"\\ud800"}'), ("execute_request", b'{"code":"1","code":"2"}'), ("complete_request", b'{"code":"\\udfff","cursor_pos":1}'), ("inspect_request", b'{"code":"a","code":"b"}'), ("is_complete_request", b'{"code":"\\ud800"}'), ("execute_request", b"[]"), ("history_request", b'{"n":1,"n":2}')]:
        message = k.client.session.msg(kind, {})
        parts = k.client.session.serialize(message)
        parts[-1] = content
        parts[1] = k.client.session.sign(parts[2:6])
        k.client.shell_channel.socket.send_multipart(parts)
        reply = k.reply(message["header"]["msg_id"])
        assert reply["content"]["status"] == "error" and reply["content"]["ename"], (kind, content, reply["content"])
        assert k.messages(message["header"]["msg_id"])[-1]["content"]["execution_state"] == "idle"
    assert k.value("1 + 1") == "2"


def test_display_update(k):
    _, shown = k.run('var d = display("one");')
    _, updated = k.run('d.Update("two");')
    assert shown[0]["content"]["transient"]["display_id"] == updated[0]["content"]["transient"]["display_id"]
    assert updated[0]["msg_type"] == "update_display_data"


def test_completion(k):
    k.run('var flippers = new double[] { 1, 2 };')
    for code, wanted in [("flip", "flippers"), ("flippers.Len", "Length"), ("flippers.Sel", "Select"), ("Math.Sq", "Sqrt"), ("Console.WriteL", "WriteLine"), ("#!ti", "#!time"), ('"🙂".Len', "Length"), ("wh", "while")]:
        reply = k.ask(k.client.complete(code, len(code)))
        assert wanted in reply["matches"], (code, reply["matches"][:10])
        start = code.index(code.split(".")[-1]) if "." in code else 0
        assert (reply["cursor_start"], reply["cursor_end"]) == (start, len(code)), (code, reply["cursor_start"], reply["cursor_end"])
    assert "Sqrt" not in k.ask(k.client.complete("flippers.", 9))["matches"]
    for code in ("", "E", "Re", "Math.", "Math.Eq"):
        matches = k.ask(k.client.complete(code, len(code)))["matches"]
        assert not {"Equals", "ReferenceEquals", "MemberwiseClone", "GetHashCode"} & set(matches), (code, matches)
    assert "Equals" in k.ask(k.client.complete("flippers.Eq", 11))["matches"]


def test_inspect(k):
    reply = k.ask(k.client.inspect("Math.Sqrt(2)", 7))
    assert reply["found"] and "Sqrt(double" in reply["data"]["text/plain"], reply
    assert "square root" in reply["data"]["text/plain"], reply
    assert not k.ask(k.client.inspect("nothing_here", 3))["found"]
    # a tooltip shows a few lines: the summary belongs among them, however many signatures there are
    lines = k.ask(k.client.inspect("Console.WriteLine(1)", 12))["data"]["text/plain"].split("\n")
    assert "WriteLine" in lines[0] and "line terminator" in lines[2], lines
    assert sum("WriteLine(" in line for line in lines) > 3, lines
    k.run("var clock = new System.Diagnostics.Stopwatch();")
    assert "measure elapsed time" in k.ask(k.client.inspect("clock", 2))["data"]["text/plain"]


def test_is_complete(k):
    for code, status in [("1 + 1", "complete"), ("var x = 1;", "complete"), ("if (true) {", "incomplete"), ("foo(", "incomplete"), ("var = ;", "invalid")]:
        assert k.ask(k.client.is_complete(code))["status"] == status, code


def test_history(k):
    k.run("var first_in_history = 1;")
    k.run("var second_in_history = 2;")
    tail = k.ask(k.client.history(hist_access_type="tail", n=2, output=False, raw=True))["history"]
    assert [cell[2] for cell in tail] == ["var first_in_history = 1;", "var second_in_history = 2;"], tail
    found = k.ask(k.client.history(hist_access_type="search", pattern="*first_in*", n=1, unique=True))["history"]
    assert len(found) == 1, found


def test_comms(k):
    assert k.ask(k.client.comm_info())["comms"] == {}
    message = k.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    k.client.shell_channel.send(message)
    kinds = [m["msg_type"] for m in k.messages(message["header"]["msg_id"])]
    assert "comm_close" in kinds, kinds


def test_unknown_request(k):
    message = k.client.session.msg("no_such_request", {})
    k.client.shell_channel.send(message)
    assert [m["msg_type"] for m in k.messages(message["header"]["msg_id"])] == ["status", "status"]


def test_user_expressions(k):
    reply, _ = k.run("var u = 3;", user_expressions={"good": "u * 2", "bad": "missing"})
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "6", reply
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_input(k):
    msg_id = k.client.execute('Console.Write("Name? "); var name = Console.ReadLine(); name', allow_stdin=True)
    question = k.client.get_stdin_msg(timeout=WATCHDOG)
    assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == msg_id
    k.client.input("Ada")
    assert k.reply(msg_id)["content"]["status"] == "ok"
    assert k.messages(msg_id)[-2]["content"]["data"]["text/plain"] == "Ada"
    reply, _ = k.run("Console.ReadLine()", allow_stdin=False)
    assert reply["ename"] == "InvalidOperationException", reply


def test_interrupt(k):
    k.run("using System.Threading; var state = 1;")
    for code in ["while (true) { }", "Thread.Sleep(-1);", "await Task.Delay(-1);", 'while (true) Console.WriteLine("flood");', "Task.Run(() => { while (true) { } }).Wait();", "while (true) { try { Thread.Sleep(100); } catch { } }", "new ManualResetEvent(false).WaitOne();", "Task.Delay(-1).Wait();"] * 20:
        msg_id = k.client.execute('display("go");\n' + code)
        while k.client.get_iopub_msg(timeout=WATCHDOG)["msg_type"] != "display_data":
            pass
        k.manager.interrupt_kernel()
        assert k.reply(msg_id)["content"]["ename"] == "Interrupted", code
        k.messages(msg_id)
    assert k.value("state") == "1"


def test_interrupt_at_once(k):
    """From the first moment at which a client can see that a cell is busy, an interrupt ends it."""
    k.run("var whole = 1;")
    for i in range(100):
        msg_id = k.client.execute("while (true) { }")
        wanted = ("status", "execute_input")[i % 2]
        while True:
            message = k.client.get_iopub_msg(timeout=WATCHDOG)
            if message["msg_type"] == wanted and message["parent_header"].get("msg_id") == msg_id:
                break
        k.manager.interrupt_kernel()
        assert k.reply(msg_id)["content"]["ename"] == "Interrupted", i
        k.messages(msg_id)
    assert k.value("whole") == "1"


def test_interrupt_of_queries(k):
    k.run("using System.Threading; var state = 1;")
    for code in ["Enumerable.Range(0,int.MaxValue).Select(i=>(long)i*i).Where(v=>v%7==8).Sum();", "Enumerable.Repeat(1.5,int.MaxValue).Sum(v=>Math.Sqrt(v));"] * 20:
        msg_id = k.client.execute('display("go");\n' + code)
        while k.client.get_iopub_msg(timeout=WATCHDOG)["msg_type"] != "display_data":
            pass
        k.manager.interrupt_kernel()
        assert k.reply(msg_id)["content"]["ename"] == "Interrupted", code
        k.messages(msg_id)
    assert k.value("state") == "1"


def test_late_text(k):
    """What a thread writes after its cell ended comes at once, as that cell's."""
    msg_id = k.client.execute('new System.Threading.Thread(() => { System.Threading.Thread.Sleep(500); Console.Write("late"); }).Start();')
    assert k.reply(msg_id)["content"]["status"] == "ok"
    k.messages(msg_id)
    message = check(k.client.get_iopub_msg(timeout=WATCHDOG))
    assert message["msg_type"] == "stream" and message["content"]["text"] == "late", message
    assert message["parent_header"]["msg_id"] == msg_id


def run_cell(k, code, metadata):
    """As JupyterLab and Notebook 7 run a cell: its metadata travel with the request."""
    message = k.client.session.msg("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": True, "stop_on_error": True}, metadata=metadata)
    k.client.shell_channel.send(message)
    msg_id = message["header"]["msg_id"]
    reply = k.reply(msg_id)["content"]
    messages = k.messages(msg_id)
    assert [m["content"]["code"] for m in messages if m["msg_type"] == "execute_input"] == [code], messages
    return reply, [m for m in messages if m["msg_type"] not in ("status", "execute_input")]


def test_language_of_a_cell(k):
    reply, messages = run_cell(k, "graph TD; A-->B", {"polyglot_notebook": {"kernelName": "mermaid"}, "cellId": "c1"})
    assert reply["status"] == "ok" and "mermaid" in messages[0]["content"]["data"]["text/html"], (reply, messages)
    reply, messages = run_cell(k, "<b>bold</b>", {"dotnet_interactive": {"language": "html"}})
    assert reply["status"] == "ok" and messages[0]["content"]["data"]["text/html"] == "<b>bold</b>", (reply, messages)
    reply, messages = run_cell(k, "6 * 7", {"polyglot_notebook": {"kernelName": "csharp"}, "tags": ["x"]})
    assert messages[0]["content"]["data"]["text/plain"] == "42", (reply, messages)
    reply, _ = run_cell(k, "Get-Date", {"polyglot_notebook": {"kernelName": "pwsh"}})
    assert reply["status"] == "error" and "pwsh" in reply["evalue"], reply
    assert k.value("1 + 1") == "2"


def test_deep_brackets(k):
    deep = "(" * 20000 + "1" + ")" * 20000
    reply, _ = k.run(f"var deep = {deep};")
    assert reply["status"] == "error" and "levels deep" in reply["evalue"], reply["evalue"]
    assert k.ask(k.client.is_complete(deep))["status"] == "invalid"
    assert k.ask(k.client.complete(deep + ".To"))["matches"] == []
    assert not k.ask(k.client.inspect(deep, 20000))["found"]
    assert k.value("1 + 1") == "2"


def test_endless_recursion(k):
    k.run("var alive = 1;")
    reply, _ = k.run("int Down(int n) => Down(n - 1) + 1;\nDown(1)")
    assert reply["ename"] == "InsufficientExecutionStackException", reply
    assert any("line 1" in line for line in reply["traceback"]), reply
    assert k.value("alive") == "1"


def test_interrupt_input(k):
    msg_id = k.client.execute("Console.ReadLine()", allow_stdin=True)
    k.client.get_stdin_msg(timeout=WATCHDOG)
    k.manager.interrupt_kernel()
    assert k.reply(msg_id)["content"]["ename"] == "Interrupted"
    k.messages(msg_id)


def test_control_while_busy(k):
    msg_id = k.client.execute('display("go"); System.Threading.Thread.Sleep(-1);')
    while k.client.get_iopub_msg(timeout=WATCHDOG)["msg_type"] != "display_data":
        pass
    message = k.client.session.msg("kernel_info_request", {})
    k.client.control_channel.send(message)
    reply = k.client.get_control_msg(timeout=WATCHDOG)
    assert reply["parent_header"]["msg_id"] == message["header"]["msg_id"] and reply["content"]["status"] == "ok"
    assert k.client.hb_channel.is_beating()
    k.manager.interrupt_kernel()
    k.reply(msg_id)
    k.messages(msg_id)


def test_much_output(k):
    _, messages = k.run("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);")
    text = "".join(m["content"]["text"] for m in messages)
    assert text == "".join(f"{i}\n" for i in range(100_000)) and len(messages) < 200, len(messages)
    _, messages = k.run('display(HTML(new string(\'x\', 10_000_000)));')
    assert len(messages[0]["content"]["data"]["text/html"]) == 10_000_000
    _, messages = k.run("for (var i = 0; i < 3000; i++) display(i);")
    assert len(messages) == 3000, len(messages)


def test_queue(k):
    k.run("var counter = 0;")
    ids = [k.client.execute("counter++;") for _ in range(200)]
    assert all(k.reply(m)["content"]["status"] == "ok" for m in ids)
    assert k.value("counter") == "200"


def test_garbage(k):
    import json, socket
    info = json.load(open(k.manager.connection_file))
    random.seed(1)
    for port in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"):
        for payload in [b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\xff" * 64, bytes(random.randrange(256) for _ in range(500)), b"", b"\xff" + b"\0" * 8 + b"\x7f\x03\x01NULL" + b"\0" * 48 + b"\x04\xff"]:
            with socket.create_connection((info["ip"], info[port])) as s:
                s.sendall(payload)
    k.client.session.key, key = b"wrong", k.client.session.key
    k.client.execute("var forged = 1;")
    k.client.session.key = key
    assert k.run("forged")[0]["ename"] == "CompilationError"


def test_memory(k):
    process = k.manager.provisioner.process.pid
    rss = lambda: int(open(f"/proc/{process}/statm").read().split()[1]) * 4096 >> 20
    before = rss()
    k.run("var n = 0;")
    for _ in range(300):
        k.run("n++;")
    assert rss() - before < 150, (before, rss())


def test_clear_output(k):
    _, messages = k.run("display(1); ClearOutput(wait: true); display(2);")
    assert [m["msg_type"] for m in messages] == ["display_data", "clear_output", "display_data"]
    assert messages[1]["content"]["wait"] is True


def test_password(k):
    msg_id = k.client.execute('var secret = await GetPasswordAsync("Key "); secret.Length', allow_stdin=True)
    question = check(k.client.get_stdin_msg(timeout=WATCHDOG))
    assert question["content"] == {"prompt": "Key ", "password": True}
    k.client.input("中🙂")
    assert k.reply(msg_id)["content"]["status"] == "ok"
    assert k.messages(msg_id)[-2]["content"]["data"]["text/plain"] == "3"


def test_signal(k):
    msg_id = k.client.execute('display("go"); while (true) { }')
    while k.client.get_iopub_msg(timeout=WATCHDOG)["msg_type"] != "display_data":
        pass
    k.manager.provisioner.process.send_signal(signal.SIGINT)
    assert k.reply(msg_id)["content"]["ename"] == "Interrupted"
    k.messages(msg_id)


def test_ignored_signal(k):
    """Started with SIGINT ignored, as shells start what runs in the background, the kernel answers it all the same."""
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        background = Kernel()
        test_signal(background)
        background.stop()
    finally:
        signal.signal(signal.SIGINT, former)


def test_update_from_a_later_cell(k):
    _, shown = k.run('var early = display("early"); var late = display("late");')
    _, updated = k.run('late.Update(2); early.Update(1);')
    ids = [m["content"]["transient"]["display_id"] for m in shown]
    assert len(set(ids)) == 2 and [m["content"]["transient"]["display_id"] for m in updated] == ids[::-1]


def test_slow_reader(k):
    """A client that reads nothing while 3,000 displays are made gets all of them afterwards, and idle last."""
    slow = k.manager.client()
    slow.start_channels(shell=False, stdin=False, hb=False, control=False)
    while True:  # until it is subscribed
        k.run("0")
        try:
            slow.get_iopub_msg(timeout=0.1)
            break
        except queue.Empty:
            pass
    msg_id = k.client.execute('var page = new string(\'x\', 2000); for (var i = 0; i < 3000; i++) { display(HTML(page)); Console.Write("."); }')
    assert k.reply(msg_id)["content"]["status"] == "ok"
    shown, dots = 0, 0
    while True:
        message = slow.get_iopub_msg(timeout=WATCHDOG)
        if message["parent_header"].get("msg_id") == msg_id:
            shown += message["msg_type"] == "display_data"
            dots += len(message["content"]["text"]) if message["msg_type"] == "stream" else 0
            if message["content"].get("execution_state") == "idle":
                break
    slow.stop_channels()
    assert (shown, dots) == (3000, 3000), (shown, dots)
    k.messages(msg_id)


def test_replay(k):
    k.run("var runs = 0;")
    message = k.client.session.msg("execute_request", {"code": "runs++;", "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})
    frames = k.client.session.serialize(message)
    for _ in range(3):
        k.client.shell_channel.socket.send_multipart(frames)
    k.reply(message["header"]["msg_id"])
    assert k.value("runs") == "1"


def test_fuzzed_frames(k):
    random.seed(2)
    key = k.client.session.key
    def piece():
        return random.choice([b"", b"{}", b"[]", b"<IDS|MSG>", b"null", b'{"msg_type":"execute_request"}', b"\xff" * 7, bytes(random.randrange(256) for _ in range(random.randrange(40)))])
    for i in range(1000):
        frames = [piece() for _ in range(random.randrange(1, 9))]
        if i % 2:  # signed, so that what is inside is read
            parts = [piece() for _ in range(4)]
            frames = [b"<IDS|MSG>", k.client.session.sign(parts)] + parts
        channel = random.choice([k.client.shell_channel, k.client.control_channel, k.client.stdin_channel])
        channel.socket.send_multipart(frames)
    assert k.client.session.key == key and k.value("40 + 2") == "42"


def test_history_after_restart(k):
    k.run("var remembered_over_restarts = 1;")
    k.manager.restart_kernel(now=False)
    k.client.wait_for_ready(timeout=WATCHDOG)
    tail = k.ask(k.client.history(hist_access_type="search", pattern="*remembered_over*", n=5))["history"]
    assert tail and tail[-1][0] >= 1 and tail[-1][2] == "var remembered_over_restarts = 1;", tail


def test_restart_ten_times(k):
    for i in range(10):
        k.run(f"var gone{i} = 1;")
        k.manager.restart_kernel(now=i % 2 == 0)
        k.client.wait_for_ready(timeout=WATCHDOG)
        assert k.run(f"gone{i}")[0]["ename"] == "CompilationError"


def test_shutdown(k):
    process = k.manager.provisioner.process
    k.client.shutdown()
    assert process.wait(timeout=WATCHDOG) == 0


TESTS = [(name[5:], run) for name, run in list(globals().items()) if name.startswith("test_")]

if __name__ == "__main__":
    chosen = sys.argv[2:]
    kernel, failed = Kernel(), 0
    for name, run in TESTS:
        if chosen and name not in chosen:
            continue
        started = time.monotonic()
        try:
            run(kernel)
            print(f"ok {name} {time.monotonic() - started:.2f} s", flush=True)
        except Exception as fault:
            failed += 1
            print(f"FAILED {name}: {type(fault).__name__} {fault} line {traceback.extract_tb(fault.__traceback__)[-1].lineno}", flush=True)
            if not kernel.manager.is_alive():
                print("the kernel died", flush=True)
            kernel.stop()
            kernel = Kernel()
    kernel.stop()
    sys.exit(1 if failed else 0)
