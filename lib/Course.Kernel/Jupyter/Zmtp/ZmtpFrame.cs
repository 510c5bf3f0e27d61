using System.Buffers.Binary;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>One frame as it goes over the wire: a flags byte, the length, the body.</summary>
/// <param name="IsCommand">True for READY, SUBSCRIBE, PING and their kin.</param>
/// <param name="HasMore">True when the message goes on in the next frame.</param>
/// <param name="Body">What it carries.</param>
internal readonly record struct ZmtpFrame(bool IsCommand, bool HasMore, byte[] Body)
{
    private const byte MoreFlag = 1;
    private const byte LongFlag = 2;
    private const byte CommandFlag = 4;
    private const int LargestBody = 1 << 30;
    private const int Piece = 1 << 20;

    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    /// <exception cref="EndOfStreamException">The peer is gone.</exception>
    public static ZmtpFrame Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[9];
        stream.ReadExactly(head[..1]);
        var flags = head[0];
        if ((flags & ~(MoreFlag | LongFlag | CommandFlag)) != 0)
        {
            throw new ZmtpException("reserved flags are set");
        }

        var isLong = (flags & LongFlag) != 0;
        stream.ReadExactly(head.Slice(1, isLong ? 8 : 1));
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(head[1..]) : head[1];
        if (length > LargestBody)
        {
            throw new ZmtpException("a frame is larger than 1 GB");
        }

        return new ZmtpFrame((flags & CommandFlag) != 0, (flags & MoreFlag) != 0, ReadBody(stream, (int)length));
    }

    public void Write(Stream stream)
    {
        var flags = (byte)((HasMore ? MoreFlag : 0) | (IsCommand ? CommandFlag : 0));
        if (Body.Length <= byte.MaxValue)
        {
            stream.Write([flags, (byte)Body.Length]);
        }
        else
        {
            Span<byte> head = stackalloc byte[9];
            head[0] = (byte)(flags | LongFlag);
            BinaryPrimitives.WriteUInt64BigEndian(head[1..], (ulong)Body.Length);
            stream.Write(head);
        }

        stream.Write(Body);
    }

    // Memory is taken as the bytes arrive: a peer that only claims a large frame gets none.
    private static byte[] ReadBody(Stream stream, int length)
    {
        var body = new byte[Math.Min(length, Piece)];
        var filled = 0;
        while (filled < length)
        {
            if (filled == body.Length)
            {
                Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            }

            stream.ReadExactly(body, filled, body.Length - filled);
            filled = body.Length;
        }

        return body;
    }
}
