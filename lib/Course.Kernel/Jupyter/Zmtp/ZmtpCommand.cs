using System.Text;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>Bodies of command frames: the length of the name, the name, data.</summary>
internal static class ZmtpCommand
{
    public static (string Name, byte[] Data) Parse(byte[] body) =>
        body.Length > 0 && body.Length > body[0]
            ? (Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..])
            : throw new ZmtpException("a command without a name");

    public static byte[] Create(string name, ReadOnlySpan<byte> data) =>
        [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data];
}
