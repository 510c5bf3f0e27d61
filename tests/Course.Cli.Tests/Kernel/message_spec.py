"""What the messaging specification (5.3) asks of each message that a kernel sends."""
import re
from datetime import timedelta

TEXT, NUMBER, FLAG, LIST, OBJECT = str, int, bool, list, dict

CONTENT = {
    "status": {"execution_state": TEXT},
    "execute_input": {"code": TEXT, "execution_count": NUMBER},
    "stream": {"name": TEXT, "text": TEXT},
    "display_data": {"data": OBJECT, "metadata": OBJECT},
    "update_display_data": {"data": OBJECT, "metadata": OBJECT, "transient": OBJECT},
    "execute_result": {"execution_count": NUMBER, "data": OBJECT, "metadata": OBJECT},
    "error": {"ename": TEXT, "evalue": TEXT, "traceback": LIST},
    "clear_output": {"wait": FLAG},
    "comm_close": {"comm_id": TEXT, "data": OBJECT},
    "input_request": {"prompt": TEXT, "password": FLAG},
    "kernel_info_reply": {"protocol_version": TEXT, "implementation": TEXT, "implementation_version": TEXT, "language_info": OBJECT, "banner": TEXT, "help_links": LIST},
    "execute_reply": {"execution_count": NUMBER, "user_expressions": OBJECT, "payload": LIST},
    "complete_reply": {"matches": LIST, "cursor_start": NUMBER, "cursor_end": NUMBER, "metadata": OBJECT},
    "inspect_reply": {"found": FLAG, "data": OBJECT, "metadata": OBJECT},
    "is_complete_reply": {},
    "history_reply": {"history": LIST},
    "comm_info_reply": {"comms": OBJECT},
    "shutdown_reply": {"restart": FLAG},
    "interrupt_reply": {},
}
STATUS = {"is_complete_reply": ("complete", "incomplete", "invalid", "unknown"), "execute_reply": ("ok", "error", "aborted")}
STATES = ("starting", "idle", "busy")


def check(message):
    """Raises AssertionError for a message that is not as the specification says; gives the message back."""
    kind, header, content = message["msg_type"], message["header"], message["content"]
    assert kind in CONTENT, f"unknown type {kind}"
    for field in ("msg_id", "session", "username", "msg_type", "version"):
        assert isinstance(header[field], str) and header[field], (kind, field)
    assert header["date"].utcoffset() == timedelta(0), header["date"]
    assert re.fullmatch(r"5\.\d", header["version"]) and isinstance(message["metadata"], dict)
    # A request that could not be handled is answered with the error alone.
    for field, wanted in CONTENT[kind].items() if content.get("status") != "error" or kind == "execute_reply" else ():
        assert type(content.get(field)) is wanted, (kind, field, content.get(field))
    if kind.endswith("_reply"):
        assert content["status"] in (*STATUS.get(kind, ("ok",)), "error"), content["status"]
    if kind == "error" or content.get("status") == "error":
        assert content["ename"] and all(isinstance(line, str) for line in content["traceback"]), content
    if kind == "status":
        assert content["execution_state"] in STATES
    if kind == "stream":
        assert content["name"] in ("stdout", "stderr") and content["text"]
    for mime, data in content.get("data", {}).items() if "metadata" in content else ():
        assert re.fullmatch(r"[\w.+-]+/[\w.+-]+", mime) and (isinstance(data, str) or "json" in mime), mime
    if kind in ("display_data", "update_display_data", "execute_result"):
        assert "text/plain" in content["data"], content["data"].keys()
    return message
