using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Serialization;

public class SafetensorsTests
{
    [Fact]
    public void SaveAndLoad_OfEveryType_GivesTheSame()
    {
        var tensors = new[] { float32, float64, int64, int32, int16, int8, uint8, torch.@bool }
            .ToDictionary(type => type.ToString(), type => arange(6).reshape(2, 3).to(type).T);
        using var file = new MemoryStream();
        Safetensors.Save(file, tensors, new Dictionary<string, string> { ["made by"] = "a test" });
        file.Position = 0;
        var loaded = Safetensors.Load(file);

        Assert.All(tensors, pair => Tolerance.AssertClose(pair.Value, loaded[pair.Key], 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not at all a safetensors file")]
    public void Load_OfSomethingElse_Throws(string text) =>
        Assert.Throws<InvalidDataException>(() => Safetensors.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Load_OfATruncatedFile_Throws()
    {
        using var file = new MemoryStream();
        Safetensors.Save(file, new Dictionary<string, torch.Tensor> { ["a"] = zeros(100) });

        Assert.Throws<InvalidDataException>(() => Safetensors.Load(new MemoryStream(file.ToArray()[..^8])));
    }

    [Fact]
    public void TensorRecord_RoundTrips()
    {
        var t = arange(6).reshape(2, 3).T;
        using var file = new MemoryStream();
        t.Save(file);
        file.Position = 0;

        Tolerance.AssertClose(t, torch.Tensor.Load(file), 0);
    }
}
