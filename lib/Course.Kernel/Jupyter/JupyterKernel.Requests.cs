using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Protocol;
using Course.Kernel.Jupyter.Zmtp;
using Course.Kernel.Script;

namespace Course.Kernel.Jupyter;

internal sealed partial class JupyterKernel
{
    private void Dispatch(ZmtpSocket socket, Request request)
    {
        if (request.Fault is { } fault)
        {
            throw new FormatException($"The message cannot be read: {fault}");
        }

        switch (request.Type)
        {
            case "kernel_info_request":
                Reply(socket, request, KernelInfo.Create());
                break;
            case "execute_request" when socket == _shell:
                Execute(request);
                break;
            case "complete_request" when socket == _shell:
                Reply(socket, request, Complete(request));
                break;
            case "inspect_request" when socket == _shell:
                Reply(socket, request, Inspect(request));
                break;
            case "is_complete_request" when socket == _shell:
                Reply(socket, request, IsComplete(request));
                break;
            case "history_request":
                Reply(socket, request, _history.Answer(request));
                break;
            case "comm_info_request":
                Reply(socket, request, new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
                break;
            case "comm_open":
                // No target is known here; a client that hears nothing would wait.
                Publish("comm_close", request.Header, new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
                break;
            case "interrupt_request":
                Reply(socket, request, new JsonObject { ["status"] = "ok" });
                Interrupt();
                break;
            case "shutdown_request":
                Shutdown(socket, request);
                break;
        }
    }

    private void Shutdown(ZmtpSocket socket, Request request)
    {
        JsonObject Content() => new() { ["status"] = "ok", ["restart"] = request.Flag("restart", otherwise: false) };
        Publish("shutdown_reply", request.Header, Content());
        Reply(socket, request, Content());
    }

    private JsonObject Complete(Request request)
    {
        var code = request.Text("code");
        var completion = _session.Value.Complete(code, CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue)));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completion.Matches.Select(match => (JsonNode)match.Text)]),
            ["cursor_start"] = CodePoints.FromUtf16(code, completion.Start),
            ["cursor_end"] = CodePoints.FromUtf16(code, completion.End),
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. completion.Matches.Select(match => (JsonNode)new JsonObject
                {
                    ["text"] = match.Text,
                    ["type"] = match.Kind,
                    ["start"] = CodePoints.FromUtf16(code, completion.Start),
                    ["end"] = CodePoints.FromUtf16(code, completion.End),
                })]),
            },
        };
    }

    private JsonObject Inspect(Request request)
    {
        var code = request.Text("code");
        var text = _session.Value.Inspect(code, CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue)));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = text is not null,
            ["data"] = text is null ? new JsonObject() : new JsonObject { ["text/plain"] = text },
            ["metadata"] = new JsonObject(),
        };
    }

    private JsonObject IsComplete(Request request)
    {
        var status = _session.Value.Judge(request.Text("code"));
        return status == CodeStatus.Incomplete
            ? new JsonObject { ["status"] = "incomplete", ["indent"] = "" }
            : new JsonObject { ["status"] = status == CodeStatus.Complete ? "complete" : "invalid" };
    }
}
