using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>
/// One connection. It has a thread that reads and one that writes, so that a busy thread pool does not delay an interrupt;
/// what is to be sent waits in a queue of bounded size. Messages that can join do so while the peer is slow; nothing is
/// ever left out, and a peer that lets the queue overflow is cut off.
/// </summary>
internal sealed class ZmtpPeer : IDisposable
{
    private const int HandshakeMilliseconds = 30_000;
    private const long QueueBytes = 256L << 20;

    private readonly Socket _socket;
    private readonly WatchedStream _received;
    private readonly BufferedStream _stream;
    private readonly object _gate = new();
    private readonly LinkedList<IOutgoing> _queue = new();
    private readonly Dictionary<string, int> _subscriptions = [];
    private long _queuedBytes;
    private bool _writing;
    private bool _closed;

    [SuppressMessage("Reliability", "CA2000", Justification = "The buffer owns the stream.")]
    public ZmtpPeer(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _received = new WatchedStream(socket);
        _stream = new BufferedStream(_received, 64 * 1024);
    }

    /// <summary>True if all that has arrived from the peer has been handed over, up to a message that is not whole yet.</summary>
    public bool HasReadAll => _received.HasReadAll;

    /// <summary>How a ROUTER addresses this peer, as bytes in Latin-1.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Shakes hands, then hands over messages until the connection ends. Blocks.</summary>
    public void Run(ZmtpRole role, Action<ZmtpPeer> connected, Action<ZmtpPeer, List<byte[]>> received)
    {
        _socket.ReceiveTimeout = HandshakeMilliseconds;
        _socket.SendTimeout = HandshakeMilliseconds;
        var properties = ZmtpHandshake.Run(new NetworkStream(_socket), role.SocketType, role.PeerTypes);
        _socket.ReceiveTimeout = 0;
        _socket.SendTimeout = 0;
        Identity = properties.TryGetValue("identity", out var identity) && identity.Length > 0
            ? System.Text.Encoding.Latin1.GetString(identity)
            : "\0" + Guid.NewGuid().ToString("N");
        new Thread(WriteLoop) { IsBackground = true, Name = role.SocketType + " writer" }.UnsafeStart();
        connected(this);
        var message = new List<byte[]>();
        while (true)
        {
            var frame = ZmtpFrame.Read(_stream);
            if (frame.IsCommand)
            {
                Obey(frame.Body);
                continue;
            }

            message.Add(frame.Body);
            if (!frame.HasMore)
            {
                received(this, message);
                message = [];
            }
        }
    }

    /// <summary>Puts a message in the queue; never blocks. A peer that is full or gone does not get it.</summary>
    public void Send(IOutgoing message)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            if (_queue.Last?.Value is { } last && last.JoinedWith(message) is { } joined)
            {
                _queuedBytes -= last.Size;
                _queue.RemoveLast();
                message = joined;
            }

            _queue.AddLast(message);
            _queuedBytes += message.Size;
            if (_queuedBytes <= QueueBytes)
            {
                Monitor.PulseAll(_gate);
                return;
            }
        }

        Dispose();
    }

    /// <summary>Counts a subscription: two need two cancellations.</summary>
    public void Subscribe(ReadOnlySpan<byte> topic, bool on)
    {
        var key = System.Text.Encoding.Latin1.GetString(topic);
        lock (_gate)
        {
            _subscriptions[key] = Math.Max(0, _subscriptions.GetValueOrDefault(key) + (on ? 1 : -1));
        }
    }

    public bool Wants(byte[] topic)
    {
        var text = System.Text.Encoding.Latin1.GetString(topic);
        lock (_gate)
        {
            return _subscriptions.Any(pair => pair.Value > 0 && text.StartsWith(pair.Key, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until all is written, or the time is over.</summary>
    public void Drain(TimeSpan limit)
    {
        lock (_gate)
        {
            while (!_closed && (_queue.Count > 0 || _writing) && Monitor.Wait(_gate, limit))
            {
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _queue.Clear();
            Monitor.PulseAll(_gate);
        }

        _socket.Dispose(); // ends the reads and writes that wait
    }

    private void Obey(byte[] body)
    {
        var (name, data) = ZmtpCommand.Parse(body);
        switch (name)
        {
            case "PING" when data.Length >= 2:
                Send(new Pong(data[2..]));
                break;
            case "SUBSCRIBE":
                Subscribe(data, on: true);
                break;
            case "CANCEL":
                Subscribe(data, on: false);
                break;
        }
    }

    private void WriteLoop()
    {
        try
        {
            using var output = new BufferedStream(new NetworkStream(_socket), 64 * 1024);
            while (Next(output) is { } message)
            {
                Write(output, message);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or SocketException)
        {
            Dispose();
        }
    }

    // Flushes when nothing else waits, so that many small messages share a packet.
    private IOutgoing? Next(BufferedStream output)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_closed)
                {
                    return null;
                }

                if (_queue.First is { Value: var message })
                {
                    _queue.RemoveFirst();
                    _queuedBytes -= message.Size;
                    _writing = true;
                    return message;
                }

                if (!_writing)
                {
                    Monitor.Wait(_gate);
                    continue;
                }
            }

            output.Flush();
            lock (_gate)
            {
                _writing = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private static void Write(BufferedStream output, IOutgoing message)
    {
        var frames = message.Frames();
        for (var i = 0; i < frames.Count; i++)
        {
            new ZmtpFrame(message is Pong, HasMore: i < frames.Count - 1, frames[i]).Write(output);
        }
    }

    private sealed record Pong(byte[] Context) : IOutgoing
    {
        public long Size => Context.Length;

        public IReadOnlyList<byte[]> Frames() => [ZmtpCommand.Create("PONG", Context)];
    }
}
