using System.Text.Json.Nodes;
using Course.Kernel.Display;
using Course.Kernel.Jupyter.Protocol;

namespace Course.Kernel.Jupyter;

/// <summary>Asks the client whose cell runs for a line of text, and waits for its answer.</summary>
internal sealed class InputChannel(Action<IReadOnlyList<byte[]>, string, byte[], JsonObject> send)
{
    private const string EndOfInput = "\u0004";

    private readonly Lock _gate = new();
    private Request? _cell;
    private TaskCompletionSource<string>? _awaited;

    /// <summary>Questions go to the sender of this request from now on; null: nobody can answer.</summary>
    public void Begin(Request? cell)
    {
        lock (_gate)
        {
            _cell = cell;
            _awaited = null; // an answer that comes now answers nothing
        }
    }

    /// <summary>Blocks until the answer is there.</summary>
    /// <exception cref="InvalidOperationException">The client cannot answer.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Ask(InputRequest question)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Request cell;
        lock (_gate)
        {
            cell = _cell ?? throw new InvalidOperationException(
                "The cell asks for input, and this notebook runs where no one can answer. Set the value in the cell instead.");
            _awaited = answer;
        }

        send(cell.Identities, "input_request", cell.Header, new JsonObject { ["prompt"] = question.Prompt, ["password"] = question.IsPassword });
        answer.Task.Wait(question.Cancellation);
        return answer.Task.Result == EndOfInput ? null : answer.Task.Result;
    }

    public void Answer(Request request)
    {
        lock (_gate)
        {
            if (request.Type == "input_reply")
            {
                _awaited?.TrySetResult(request.Text("value"));
                _awaited = null;
            }
        }
    }
}
