using System.Net.Sockets;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>What a socket receives, with an answer to the question whether all of it has been read.</summary>
internal sealed class WatchedStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private volatile bool _waits;

    /// <summary>True if the reader has taken all that is there, and waits for more.</summary>
    public bool HasReadAll
    {
        get
        {
            try
            {
                return _waits && Socket.Available == 0;
            }
            catch (ObjectDisposedException)
            {
                return true;
            }
        }
    }

    // All other ways to read come here.
    public override int Read(byte[] buffer, int offset, int count)
    {
        // First the wait, then the taking: bytes that are taken are never bytes that seem to be waited for.
        _waits = true;
        Socket.Poll(-1, SelectMode.SelectRead);
        _waits = false;
        return base.Read(buffer, offset, count);
    }
}
