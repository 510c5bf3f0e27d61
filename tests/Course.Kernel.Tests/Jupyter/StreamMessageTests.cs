using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Protocol;
using Course.Kernel.Jupyter.Zmtp;

namespace Course.Kernel.Tests.Jupyter;

public sealed class StreamMessageTests
{
    private static readonly MessageCodec Codec = new("key"u8.ToArray(), "session", TimeProvider.System);
    private static readonly byte[] Cell = "{}"u8.ToArray();

    [Fact]
    public void Text_OfTheSameStreamAndCell_IsJoined()
    {
        var joined = New("stdout", "a").JoinedWith(New("stdout", "b"))!;

        var content = JsonNode.Parse(joined.Frames()[^1])!;
        Assert.Equal(("stdout", "ab"), ((string?)content["name"], (string?)content["text"]));
    }

    [Fact]
    public void Text_OfAnotherStreamOrCell_OrTooLong_IsNot()
    {
        Assert.Null(New("stdout", "a").JoinedWith(New("stderr", "b")));
        Assert.Null(New("stdout", "a").JoinedWith(new StreamMessage(Codec, "{}"u8.ToArray(), "stdout", "b")));
        Assert.Null(New("stdout", new string('a', 200_000)).JoinedWith(New("stdout", new string('b', 200_000))));
        Assert.Null(New("stdout", "a").JoinedWith(new ReadyMessage([[1]])));
    }

    [Fact]
    public void Message_SentTwice_HasAnIdOfItsOwnEachTime()
    {
        var message = New("stdout", "a");

        Assert.NotEqual(Encoding.ASCII.GetString(message.Frames()[2]), Encoding.ASCII.GetString(message.Frames()[2]));
    }

    private static StreamMessage New(string stream, string text) => new StreamMessage(Codec, Cell, stream, text);
}
