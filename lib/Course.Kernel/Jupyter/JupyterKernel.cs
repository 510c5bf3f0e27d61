using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Protocol;
using Course.Kernel.Jupyter.Zmtp;
using Course.Kernel.Script;
using Course.Kernel.Session;

namespace Course.Kernel.Jupyter;

/// <summary>
/// The Jupyter kernel: requests of clients in, a session's cells run, replies and output out. Shell requests run one after
/// the other on the thread of <see cref="Run"/>; control and heartbeat are answered meanwhile on threads of their own.
/// </summary>
internal sealed partial class JupyterKernel : IDisposable
{
    private const int LoggedRefusals = 20; // who floods the kernel shall not fill the server's log

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Request> _requests = [];
    private readonly MessageCodec _codec;
    private readonly ZmtpSocket _shell;
    private readonly ZmtpSocket _control;
    private readonly ZmtpSocket _stdin;
    private readonly ZmtpSocket _iopub;
    private readonly ZmtpSocket _heartbeat;
    private readonly InputChannel _input;
    private readonly History _history;
    private readonly Lazy<ScriptSession> _session;
    private readonly Action<string> _log;
    private int _refused;

    /// <summary>Listens at once; clients that are early wait in the queue.</summary>
    /// <param name="connection">Where and with which key.</param>
    /// <param name="options">For the session; input is answered over the stdin channel.</param>
    /// <param name="historyFolder">Keeps what is typed over restarts.</param>
    /// <param name="log">Hears of messages that were refused.</param>
    public JupyterKernel(ConnectionFile connection, SessionOptions options, string historyFolder, Action<string> log)
    {
        _history = new History(new HistoryStore(historyFolder));
        _log = log;
        _codec = new MessageCodec(connection.Key, Guid.NewGuid().ToString("N"), options.Time);
        ZmtpSocket Listen(ZmtpRole role, int port, Action<Request> handle) =>
            new(role, new IPEndPoint(connection.Address, port), (peer, frames) => Receive(peer, frames, handle));
        _iopub = Listen(ZmtpRole.Publisher, connection.IopubPort, _ => { });
        _heartbeat = Listen(ZmtpRole.Reply, connection.HeartbeatPort, _ => { });
        _stdin = Listen(ZmtpRole.Router, connection.StdinPort, request => _input!.Answer(request));
        _input = new InputChannel((identities, type, parent, content) => Reply(_stdin, identities, type, parent, content));
        _session = new Lazy<ScriptSession>(() => new ScriptSession(options with { ReadInput = _input.Ask, IsTypedInto = true }));
        _control = Listen(ZmtpRole.Router, connection.ControlPort, Control);
        _shell = Listen(ZmtpRole.Router, connection.ShellPort, Enqueue);
    }

    /// <summary>Serves until a client asks for shutdown or <see cref="Stop"/> is called.</summary>
    public void Run()
    {
        Publish("status", null, new JsonObject { ["execution_state"] = "starting" });
        _ = _session.Value;
        foreach (var request in _requests.GetConsumingEnumerable())
        {
            Handle(_shell, request);
        }

        foreach (var socket in new[] { _iopub, _shell, _control, _stdin })
        {
            socket.Drain(DrainLimit);
        }
    }

    /// <summary>
    /// Called when <see cref="Run"/> is to end. It does so when the running cell has ended; one that cannot be stopped is the
    /// caller's to end, with the process.
    /// </summary>
    public event Action? Stopping;

    /// <summary>Ends <see cref="Run"/> soon; a cell that runs is interrupted. From any thread.</summary>
    public void Stop()
    {
        Stopping?.Invoke();
        _requests.CompleteAdding();
        Interrupt();
    }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Interrupt();
        }
    }

    public void Dispose()
    {
        foreach (var socket in new[] { _shell, _control, _stdin, _iopub, _heartbeat })
        {
            socket.Dispose();
        }

        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }

        _requests.Dispose();
    }

    private void Receive(ZmtpPeer peer, List<byte[]> frames, Action<Request> handle)
    {
        frames.Insert(0, Encoding.Latin1.GetBytes(peer.Identity));
        if (_codec.TryRead(frames, out var request, out var fault))
        {
            handle(request);
        }
        else
        {
            LogRefused($"A message was dropped: {fault}");
        }
    }

    private void LogRefused(string text)
    {
        var refused = Interlocked.Increment(ref _refused);
        if (refused <= LoggedRefusals)
        {
            _log($"{text}{(refused == LoggedRefusals ? " (more will be refused silently)" : "")}");
        }
    }

    private void Enqueue(Request request)
    {
        try
        {
            _requests.Add(request);
        }
        catch (InvalidOperationException)
        {
            // Shutting down: nobody will answer.
        }
    }

    private void Control(Request request) => Handle(_control, request);

    /// <summary>Busy, the work, idle: whatever happens in between.</summary>
    private void Handle(ZmtpSocket socket, Request request)
    {
        var isCell = request.Type == "execute_request" && socket == _shell;
        if (isCell)
        {
            _session.Value.Arm(); // who sees busy may interrupt
        }

        Publish("status", request.Header, new JsonObject { ["execution_state"] = "busy" });
        try
        {
            Dispatch(socket, request);
        }
        catch (Exception fault)
        {
            LogRefused($"{request.Type} failed: {(request.Fault is null ? fault : fault.Message)}");
            ReplyFault(socket, request, fault);
        }
        finally
        {
            if (isCell)
            {
                _session.Value.Disarm();
            }

            Publish("status", request.Header, new JsonObject { ["execution_state"] = "idle" });
        }

        if (request.Type == "shutdown_request")
        {
            Stop();
        }
    }

    // A client that hears nothing would wait for ever.
    private void ReplyFault(ZmtpSocket socket, Request request, Exception fault)
    {
        if (request.Type.EndsWith("_request", StringComparison.Ordinal) && !request.IsAnswered)
        {
            var error = Error(new CellError(fault.GetType().Name, fault.Message, []));
            Reply(socket, request, request.Type == "execute_request" ? Failed(error, _executionCount) : WithStatus(error));
        }
    }

    private void Reply(ZmtpSocket socket, Request request, JsonObject content)
    {
        request.IsAnswered = true;
        Reply(socket, request.Identities, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), request.Header, content);
    }

    private void Reply(ZmtpSocket socket, IReadOnlyList<byte[]> identities, string type, byte[]? parent, JsonObject content) =>
        socket.SendTo(identities[0], _codec.Write([.. identities.Skip(1)], type, parent, content));

    private void Publish(string type, byte[]? parent, JsonObject content) =>
        _iopub.Publish(_codec.Write([Encoding.ASCII.GetBytes("kernel." + type)], type, parent, content));
}
