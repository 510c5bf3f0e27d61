using System.Net;
using System.Net.Sockets;
using System.Text;
using Course.Kernel.Jupyter.Zmtp;

namespace Course.Kernel.Tests.Jupyter;

/// <summary>The wire, byte by byte, from a client that is no library.</summary>
public sealed class ZmtpTests
{
    private const int Watchdog = 30_000;

    [Fact]
    public void Greeting_IsThe64BytesOfVersion31()
    {
        using var server = Router(out _);
        using var client = Connect(server);

        var greeting = Read(client, 64);

        Assert.Equal(0xFF, greeting[0]);
        Assert.Equal(0x7F, greeting[9]);
        Assert.Equal([3, 1], greeting[10..12]);
        Assert.Equal("NULL", Encoding.ASCII.GetString(greeting, 12, 20).TrimEnd('\0'));
    }

    [Fact]
    public void Router_WithADealer_RoutesBothWays()
    {
        using var server = Router(out var received);
        using var client = Connect(server);
        Shake(client, "DEALER", "me");
        client.Write([1, 0, 0, 2, (byte)'h', (byte)'i']); // an empty frame, then "hi"

        var (peer, message) = Take(received);
        server.SendTo(Encoding.Latin1.GetBytes(peer), ["back"u8.ToArray()]);

        Assert.Equal("me", peer);
        Assert.Equal(["", "hi"], message);
        Assert.Equal([0, 4, .. "back"u8], Read(client, 6));
    }

    [Fact]
    public void Frames_InPiecesAndPipelined_AreWhole()
    {
        using var server = Router(out var received);
        using var client = Connect(server);
        Shake(client, "DEALER", "me");
        var big = new byte[300_000];
        byte[] all = [2, .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder((long)big.Length)), .. big, 0, 1, (byte)'x', 2, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'y'];
        foreach (var piece in all.Chunk(100_003))
        {
            client.Write(piece);
            client.Flush();
        }

        Assert.Equal(300_000, Take(received).Message.Single().Length);
        Assert.Equal("x", Take(received).Message.Single());
        Assert.Equal("y", Take(received).Message.Single());
    }

    [Fact]
    public void ReadAll_WaitsUntilWhatHasArrivedIsHandedOver()
    {
        using var first = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var handed = 0;
        using var server = new ZmtpSocket(ZmtpRole.Router, new IPEndPoint(IPAddress.Loopback, 0), (_, _) =>
        {
            first.Set();
            goOn.Wait(Watchdog);
            Interlocked.Increment(ref handed);
        });
        using var client = Connect(server);
        Shake(client, "DEALER", "me");
        client.Write([0, 1, (byte)'1', 0, 1, (byte)'2', 0, 1, (byte)'3']);
        Assert.True(first.Wait(Watchdog));

        Assert.False(server.ReadAll(TimeSpan.FromMilliseconds(20)));
        goOn.Set();

        Assert.True(server.ReadAll(TimeSpan.FromMilliseconds(Watchdog)));
        Assert.Equal(3, handed);
    }

    [Fact]
    public void Router_SameIdentityAgain_GoesToTheNewest()
    {
        using var server = Router(out var received);
        using var first = Connect(server);
        Shake(first, "DEALER", "same");
        first.Write([0, 1, (byte)'1']);
        Take(received);
        using var second = Connect(server);
        Shake(second, "DEALER", "same");
        second.Write([0, 1, (byte)'2']);
        Take(received);

        server.SendTo("same"u8.ToArray(), ["to"u8.ToArray()]);

        Assert.Equal([0, 2, .. "to"u8], Read(second, 4));
        Assert.True(IsClosed(first));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Publisher_WithSubscriptionsOfEitherForm_CountsThem(bool asCommand)
    {
        using var server = new ZmtpSocket(ZmtpRole.Publisher, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => { });
        using var client = Connect(server);
        Shake(client, "SUB");
        void Subscribe(bool on, string topic)
        {
            var command = on ? "\u0009SUBSCRIBE" : "\u0006CANCEL";
            var body = asCommand ? Encoding.ASCII.GetBytes(command + topic) : [on ? (byte)1 : (byte)0, .. Encoding.ASCII.GetBytes(topic)];
            client.Write([asCommand ? (byte)4 : (byte)0, (byte)body.Length, .. body]);
        }

        Subscribe(true, "a");
        Subscribe(true, "a");
        Subscribe(false, "a");
        client.Write([4, 7, 4, .. "PING"u8, 0, 0]); // answered after the subscriptions
        Assert.Equal([4, 5, 4, .. "PONG"u8], Read(client, 7));

        server.Publish(["b"u8.ToArray()]);
        server.Publish(["ab"u8.ToArray(), "x"u8.ToArray()]);

        Assert.Equal([1, 2, .. "ab"u8, 0, 1, (byte)'x'], Read(client, 7));
    }

    [Fact]
    public void Reply_Echoes_WithItsDelimiter()
    {
        using var server = new ZmtpSocket(ZmtpRole.Reply, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => { });
        using var client = Connect(server);
        Shake(client, "REQ");
        client.Write([1, 0, 0, 4, .. "ping"u8]);

        Assert.Equal([1, 0, 0, 4, .. "ping"u8], Read(client, 8));
    }

    [Fact]
    public void Ping_IsAnsweredWithItsContext()
    {
        using var server = Router(out _);
        using var client = Connect(server);
        Shake(client, "DEALER", "me");
        client.Write([4, 9, 4, .. "PING"u8, 0, 10, (byte)'c', (byte)'x']);

        Assert.Equal([4, 7, 4, .. "PONG"u8, (byte)'c', (byte)'x'], Read(client, 9));
    }

    [Fact]
    public void Peer_ThatDoesNotRead_IsCutOff_AndNeverWaitedFor()
    {
        using var server = new ZmtpSocket(ZmtpRole.Publisher, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => { });
        using var client = Connect(server);
        Shake(client, "SUB");
        client.Write([0, 1, 1, 4, 7, 4, .. "PING"u8, 0, 0]);
        Read(client, 7);
        var block = new byte[8 << 20];

        for (var i = 0; i < 60; i++) // 480 MB, for a queue of 256
        {
            server.Publish([block]);
        }

        var buffer = new byte[1 << 20];
        var total = 0L;
        int count;
        try
        {
            while ((count = client.Read(buffer)) > 0)
            {
                total += count;
            }
        }
        catch (IOException)
        {
            // A reset is an end too.
        }

        Assert.True(total < 300L << 20, $"{total} bytes came through");
    }

    [Fact]
    public void Garbage_OfAThousandKinds_HarmsNobody()
    {
        using var server = Router(out var received);
        var random = new Random(7);
        for (var i = 0; i < 1000; i++)
        {
            using var stranger = Connect(server);
            if (i % 2 == 0)
            {
                Shake(stranger, "DEALER", "x" + i);
            }

            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            try
            {
                stranger.Write(bytes);
            }
            catch (IOException)
            {
                // Refused already.
            }
        }

        using var client = Connect(server);
        Shake(client, "DEALER", "friend");
        client.Write([0, 1, (byte)'!']);

        while (Take(received).Peer != "friend")
        {
        }
    }

    [Fact]
    public void PeerOfTheWrongType_IsRefused()
    {
        using var server = Router(out _);
        using var client = Connect(server);
        Shake(client, "SUB");

        Assert.True(IsClosed(client));
    }

    private static bool IsClosed(NetworkStream client)
    {
        try
        {
            return client.Read(new byte[1]) == 0;
        }
        catch (IOException)
        {
            return true; // a reset is an end too
        }
    }

    private static ZmtpSocket Router(out System.Collections.Concurrent.BlockingCollection<(string, List<string>)> received)
    {
        var queue = received = [];
        return new ZmtpSocket(ZmtpRole.Router, new IPEndPoint(IPAddress.Loopback, 0), (peer, message) =>
            queue.Add((peer.Identity, [.. message.Select(Encoding.Latin1.GetString)])));
    }

    private static (string Peer, List<string> Message) Take(System.Collections.Concurrent.BlockingCollection<(string, List<string>)> received) =>
        received.TryTake(out var item, Watchdog) ? item : throw new TimeoutException("nothing was received");

    private static NetworkStream Connect(ZmtpSocket server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = Watchdog };
        socket.Connect(IPAddress.Loopback, server.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static void Shake(NetworkStream client, string type, string identity = "")
    {
        byte[] greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 12, 0x7F, 3, 1, .. "NULL"u8, .. new byte[16], .. new byte[32]];
        byte[] ready = [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, (byte)type.Length, .. Encoding.ASCII.GetBytes(type), 8, .. "Identity"u8, 0, 0, 0, (byte)identity.Length, .. Encoding.ASCII.GetBytes(identity)];
        client.Write([.. greeting, 4, (byte)ready.Length, .. ready]);
        Read(client, 64);
        var head = Read(client, 2);
        Read(client, head[1]);
    }

    private static byte[] Read(NetworkStream client, int count)
    {
        var bytes = new byte[count];
        client.ReadExactly(bytes);
        return bytes;
    }
}
