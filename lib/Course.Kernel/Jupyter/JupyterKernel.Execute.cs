using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Protocol;
using Course.Kernel.Notebooks;
using Course.Kernel.Script;

namespace Course.Kernel.Jupyter;

internal sealed partial class JupyterKernel
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromMilliseconds(100);

    private int _executionCount;

    private void Execute(Request request)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", otherwise: false);
        if (!silent && request.Flag("store_history", otherwise: true))
        {
            _executionCount++;
            _history.Add(_executionCount, code);
        }

        var count = _executionCount;
        if (!silent)
        {
            Publish("execute_input", request.Header, new JsonObject { ["code"] = code, ["execution_count"] = count });
        }

        _input.Begin(request.Flag("allow_stdin", otherwise: false) ? request : null);
        var output = new CellPublisher(
            (type, content) => Publish(type, request.Header, content),
            (name, text) => _iopub.Publish("kernel.stream"u8.ToArray(), new StreamMessage(_codec, request.Header, name, text)),
            silent,
            count);
        var cell = new NotebookCell { Id = "", Kind = CellKind.Code, Source = code, Metadata = request.Metadata };
        var result = _session.Value.Run(cell.Runnable, output, $"cell {count}");
        _input.Begin(null);
        if (result.Error is null)
        {
            Reply(_shell, request, Ok(request, count));
            return;
        }

        var error = Error(result.Error);
        if (!silent)
        {
            Publish("error", request.Header, (JsonObject)error.DeepClone());
        }

        // What is here now, in the socket or in the queue, was sent before the client could know; what comes after the reply is to run.
        var abort = !silent && request.Flag("stop_on_error", otherwise: true);
        if (abort)
        {
            _shell.ReadAll(ReadLimit);
        }

        var waiting = abort ? _requests.Count : 0;
        Reply(_shell, request, Failed(error, count));
        Abort(waiting);
    }

    private void Abort(int waiting)
    {
        var others = new List<Request>();
        for (var i = 0; i < waiting && _requests.TryTake(out var next); i++)
        {
            if (next.Type != "execute_request")
            {
                others.Add(next);
                continue;
            }

            Publish("status", next.Header, new JsonObject { ["execution_state"] = "busy" });
            Reply(_shell, next, new JsonObject
            {
                ["status"] = "aborted",
                ["execution_count"] = _executionCount,
                ["user_expressions"] = new JsonObject(),
                ["payload"] = new JsonArray(),
            });
            Publish("status", next.Header, new JsonObject { ["execution_state"] = "idle" });
        }

        others.ForEach(other => Handle(_shell, other));
    }

    private JsonObject Ok(Request request, int count)
    {
        var answers = new JsonObject();
        if (request.Content["user_expressions"] is JsonObject expressions)
        {
            foreach (var (name, expression) in expressions)
            {
                answers[name] = Evaluate(expression?.ToString() ?? "");
            }
        }

        return new JsonObject { ["status"] = "ok", ["execution_count"] = count, ["user_expressions"] = answers, ["payload"] = new JsonArray() };
    }

    private JsonObject Evaluate(string expression)
    {
        JsonObject? shown = null;
        var listener = new CellPublisher((type, content) => shown = type == "execute_result" ? content : shown, (_, _) => { }, silent: false, _executionCount);
        var result = _session.Value.Run(expression, listener, "expression");
        if (result.Error is { } fault)
        {
            return WithStatus(Error(fault));
        }

        return new JsonObject
        {
            ["status"] = "ok",
            ["data"] = shown?["data"]?.DeepClone() ?? new JsonObject(),
            ["metadata"] = new JsonObject(),
        };
    }

    private static JsonObject Failed(JsonObject error, int count)
    {
        error["execution_count"] = count;
        error["user_expressions"] = new JsonObject();
        error["payload"] = new JsonArray();
        return WithStatus(error);
    }

    private static JsonObject WithStatus(JsonObject error)
    {
        error["status"] = "error";
        return error;
    }

    private static JsonObject Error(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. Traceback.Colour(error.Traceback).Select(line => (JsonNode)line)]),
    };
}
