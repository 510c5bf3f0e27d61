using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Jupyter;
using Course.Kernel.Jupyter.Protocol;

namespace Course.Kernel.Tests.Jupyter;

public sealed class MessageCodecTests
{
    private readonly MessageCodec _codec = new("key"u8.ToArray(), "session", TimeProvider.System);

    [Fact]
    public void Message_WrittenAndRead_IsTheSame()
    {
        var frames = _codec.Write(["id"u8.ToArray()], "execute_request", null, new JsonObject { ["code"] = "é🙂" });

        Assert.True(_codec.TryRead(frames, out var request, out _));
        Assert.Equal("execute_request", request.Type);
        Assert.Equal("é🙂", request.Text("code"));
        Assert.Equal("id", Encoding.ASCII.GetString(request.Identities.Single()));
    }

    [Fact]
    public void Parent_IsCarriedVerbatim()
    {
        var parent = "{ \"msg_id\" : \"1\", \"unknown\": [1.50] }"u8.ToArray();
        var frames = _codec.Write([], "x", parent, []);

        Assert.Equal(parent, frames[3]);
    }

    [Fact]
    public void Header_HasAllThatClientsAskFor()
    {
        var header = JsonNode.Parse(_codec.Write([], "status", null, [])[2])!.AsObject();

        Assert.Equal(["date", "msg_id", "msg_type", "session", "username", "version"], header.Select(pair => pair.Key).Order());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", (string?)header["date"]);
        Assert.Equal("5.3", (string?)header["version"]);
    }

    [Fact]
    public void Signature_ThatIsWrong_IsRefused()
    {
        var frames = _codec.Write([], "x", null, []);
        frames[5] = "{\"code\":1}"u8.ToArray();

        Assert.False(_codec.TryRead(frames, out _, out var fault));
        Assert.Contains("signature", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_SentAgain_IsRefused()
    {
        var frames = _codec.Write([], "x", null, []);

        Assert.True(_codec.TryRead(frames, out _, out _));
        Assert.False(_codec.TryRead(frames, out _, out _));
    }

    [Fact]
    public void WithoutAKey_NothingIsSignedOrChecked()
    {
        var open = new MessageCodec([], "s", TimeProvider.System);
        var frames = open.Write([], "x", null, []);

        Assert.Empty(frames[1]);
        Assert.True(open.TryRead(frames, out _, out _));
    }

    [Fact]
    public void Frames_OfAThousandKinds_NeverThrow()
    {
        var open = new MessageCodec([], "s", TimeProvider.System);
        var random = new Random(3);
        for (var i = 0; i < 1000; i++)
        {
            var message = open.Write(["id"u8.ToArray()], "execute_request", null, new JsonObject { ["code"] = "1" });
            var frames = message.ConvertAll(frame => (byte[])frame.Clone());
            for (var change = 0; change < 3; change++)
            {
                var frame = frames[random.Next(frames.Count)];
                if (frame.Length > 0)
                {
                    frame[random.Next(frame.Length)] = (byte)random.Next(256);
                }
            }

            if (random.Next(4) == 0)
            {
                frames.RemoveAt(random.Next(frames.Count));
            }

            if (open.TryRead(frames, out var request, out _))
            {
                Assert.NotNull(request.Type);
            }
        }
    }

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🙂a", 1, 2)]
    [InlineData("a🙂b🙂", 4, 6)]
    [InlineData("\ud83d", 1, 1)]
    public void Positions_CountCodePoints(string text, int codePoints, int utf16)
    {
        Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, utf16));
    }
}
