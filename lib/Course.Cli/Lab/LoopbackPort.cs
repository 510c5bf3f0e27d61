using System.Net;
using System.Net.Sockets;

namespace Course.Cli.Lab;

/// <summary>A port of this machine on which a server can listen.</summary>
internal static class LoopbackPort
{
    internal const int Usual = 8888; // Jupyter's own
    private const int Tries = 100;

    /// <summary>The port that was asked for, else the first free one from <see cref="Usual"/> on.</summary>
    /// <exception cref="UsageException">It is taken, or all are.</exception>
    internal static int Choose(int? wanted)
    {
        if (wanted is { } port)
        {
            return IsFree(port) ? port : throw new UsageException($"port {port} is taken by another program; choose another --port, or leave it out and a free one is found");
        }

        var free = Enumerable.Range(Usual, Tries).FirstOrDefault(IsFree);
        return free != 0 ? free : throw new UsageException($"the ports {Usual} to {Usual + Tries - 1} are all taken; choose another with --port");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
