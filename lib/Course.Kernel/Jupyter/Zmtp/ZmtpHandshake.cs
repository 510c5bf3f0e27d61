using System.Buffers.Binary;
using System.Text;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>The start of a connection: greeting and READY, both ways, with the mechanism NULL.</summary>
internal static class ZmtpHandshake
{
    private const int GreetingLength = 64;

    /// <returns>The properties of the peer; names in lower case.</returns>
    /// <exception cref="ZmtpException">The peer is no ZMTP 3 peer, or of a type that may not connect here.</exception>
    public static IReadOnlyDictionary<string, byte[]> Run(Stream stream, string socketType, IReadOnlyList<string> peerTypes)
    {
        stream.Write(Greeting());
        ReadGreeting(stream);
        new ZmtpFrame(IsCommand: true, HasMore: false, Ready(socketType)).Write(stream);
        var frame = ZmtpFrame.Read(stream);
        if (!frame.IsCommand || ZmtpCommand.Parse(frame.Body) is not ("READY", var data))
        {
            throw new ZmtpException("READY was expected");
        }

        var properties = Properties(data);
        var type = properties.TryGetValue("socket-type", out var value) ? Encoding.ASCII.GetString(value) : "";
        return peerTypes.Contains(type)
            ? properties
            : throw new ZmtpException($"a socket of type '{type}' may not connect to {socketType}");
    }

    private static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        (greeting[0], greeting[9], greeting[10], greeting[11]) = (0xFF, 0x7F, 3, 1);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    private static void ReadGreeting(Stream stream)
    {
        Span<byte> greeting = stackalloc byte[GreetingLength];
        // Byte by byte at first: what is no greeting may be shorter than one, and is to be refused at once.
        stream.ReadExactly(greeting[..1]);
        if (greeting[0] != 0xFF)
        {
            throw new ZmtpException("no greeting");
        }

        stream.ReadExactly(greeting[1..11]);
        if ((greeting[9] & 1) == 0 || greeting[10] < 3)
        {
            throw new ZmtpException("a version before 3");
        }

        stream.ReadExactly(greeting[11..]);
        if (!greeting[12..32].SequenceEqual("NULL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8))
        {
            throw new ZmtpException("a mechanism other than NULL");
        }
    }

    private static byte[] Ready(string socketType)
    {
        using var body = new MemoryStream();
        body.Write("\u0005READY"u8);
        Property(body, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        if (socketType == "ROUTER")
        {
            Property(body, "Identity", []);
        }

        return body.ToArray();
    }

    private static void Property(MemoryStream body, string name, byte[] value)
    {
        body.WriteByte((byte)name.Length);
        body.Write(Encoding.ASCII.GetBytes(name));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Write(length);
        body.Write(value);
    }

    private static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> data)
    {
        var properties = new Dictionary<string, byte[]>();
        while (!data.IsEmpty)
        {
            var nameLength = data[0];
            if (data.Length < 1 + nameLength + 4)
            {
                throw new ZmtpException("a property is cut short");
            }

            var name = Encoding.ASCII.GetString(data.Slice(1, nameLength)).ToLowerInvariant();
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[(1 + nameLength)..]);
            data = data[(1 + nameLength + 4)..];
            if (length > data.Length)
            {
                throw new ZmtpException("a property is cut short");
            }

            properties[name] = data[..(int)length].ToArray();
            data = data[(int)length..];
        }

        return properties;
    }
}
