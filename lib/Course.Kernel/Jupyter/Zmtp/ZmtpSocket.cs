using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>A listening ZeroMQ socket over TCP: ROUTER, PUB or REP, by its role. Garbage on the port ends that connection only.</summary>
internal sealed class ZmtpSocket : IDisposable
{
    private readonly ZmtpRole _role;
    private readonly Socket _listener;
    private readonly Action<ZmtpPeer, List<byte[]>> _received;
    private readonly Dictionary<string, ZmtpPeer> _peers = [];
    private readonly Lock _gate = new();

    /// <param name="role">What the socket is.</param>
    /// <param name="endPoint">Bound at once; port 0 lets the system choose.</param>
    /// <param name="received">Gets each whole message, on the peer's own thread.</param>
    /// <exception cref="SocketException">The port is taken or not ours to take.</exception>
    public ZmtpSocket(ZmtpRole role, IPEndPoint endPoint, Action<ZmtpPeer, List<byte[]>> received)
    {
        _role = role;
        _received = received;
        _listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // A restarted kernel takes over the ports of the one before; on Windows the option would also let strangers in.
        if (!OperatingSystem.IsWindows())
        {
            _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }

        _listener.Bind(endPoint);
        _listener.Listen(64);
        new Thread(Accept) { IsBackground = true, Name = role.SocketType + " accept" }.UnsafeStart();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Routes by identity; unknown identities are dropped silently, as ZeroMQ does.</summary>
    public void SendTo(byte[] identity, IReadOnlyList<byte[]> message)
    {
        ZmtpPeer? peer;
        lock (_gate)
        {
            _peers.TryGetValue(Encoding.Latin1.GetString(identity), out peer);
        }

        peer?.Send(new ReadyMessage(message));
    }

    /// <summary>Sends to every peer that subscribed to the first frame. Never waits for a slow one.</summary>
    public void Publish(IReadOnlyList<byte[]> message) => Publish(message[0], new ReadyMessage(message));

    /// <summary>The same for a message whose frames, the first of them the topic, are made later.</summary>
    public void Publish(byte[] topic, IOutgoing message)
    {
        foreach (var peer in Peers().Where(peer => peer.Wants(topic)))
        {
            peer.Send(message);
        }
    }

    /// <summary>Waits until all that peers have sent so far has been handed over, or the time is over.</summary>
    /// <returns>False if the time was over.</returns>
    public bool ReadAll(TimeSpan limit) => SpinWait.SpinUntil(() => Peers().TrueForAll(peer => peer.HasReadAll), limit);

    public void Drain(TimeSpan limit)
    {
        foreach (var peer in Peers())
        {
            peer.Drain(limit);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var peer in Peers())
        {
            peer.Dispose();
        }
    }

    private List<ZmtpPeer> Peers()
    {
        lock (_gate)
        {
            return [.. _peers.Values];
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The peer disposes of itself when its connection ends.")]
    private void Accept()
    {
        while (true)
        {
            try
            {
                var peer = new ZmtpPeer(_listener.Accept());
                new Thread(() => Serve(peer), 256 * 1024) { IsBackground = true, Name = _role.SocketType + " reader" }.UnsafeStart();
            }
            catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // That peer left before it was let in.
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(ZmtpPeer peer)
    {
        try
        {
            peer.Run(_role, Register, Receive);
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or ZmtpException)
        {
            // The peer left, or was none of ours.
        }

        lock (_gate)
        {
            if (_peers.GetValueOrDefault(peer.Identity) == peer)
            {
                _peers.Remove(peer.Identity);
            }
        }

        peer.Dispose();
    }

    // A client that reconnects comes under its old identity while we may not know yet that it left: the newest wins.
    private void Register(ZmtpPeer peer)
    {
        ZmtpPeer? former;
        lock (_gate)
        {
            _peers.Remove(peer.Identity, out former);
            _peers[peer.Identity] = peer;
        }

        former?.Dispose();
    }

    private void Receive(ZmtpPeer peer, List<byte[]> message)
    {
        if (_role == ZmtpRole.Reply)
        {
            peer.Send(new ReadyMessage(message)); // the heartbeat: back as it came, the empty delimiter included
        }
        else if (_role == ZmtpRole.Publisher)
        {
            // Subscriptions as messages, the way of ZMTP 3.0.
            if (message is [[0 or 1, ..] subscription])
            {
                peer.Subscribe(subscription.AsSpan(1), subscription[0] == 1);
            }
        }
        else
        {
            _received(peer, message);
        }
    }
}
