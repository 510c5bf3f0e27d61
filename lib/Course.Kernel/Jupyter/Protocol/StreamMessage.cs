using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Zmtp;

namespace Course.Kernel.Jupyter.Protocol;

/// <summary>Console text on its way to one client. While the client is slow, what follows it in the same stream joins it.</summary>
internal sealed record StreamMessage(MessageCodec Codec, byte[] Parent, string Stream, string Text) : IOutgoing
{
    private const int LongestText = 256 * 1024;
    private const int Envelope = 1024;

    public long Size => Text.Length + Envelope;

    public IReadOnlyList<byte[]> Frames() =>
        Codec.Write(["kernel.stream"u8.ToArray()], "stream", Parent, new JsonObject { ["name"] = Stream, ["text"] = Text });

    public IOutgoing? JoinedWith(IOutgoing next) =>
        next is StreamMessage more && more.Stream == Stream && more.Parent == Parent && Text.Length + more.Text.Length <= LongestText
            ? this with { Text = Text + more.Text }
            : null;
}
