using Course.Serve.Models;
using static TorchSharp.torch;

namespace Course.Serve.Tests.Models;

public sealed class TorchModelTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Probabilities_OfASavedModel_AreTheNetworksOwn()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var net = nn.Sequential(nn.Flatten(), nn.Linear(6, 5), nn.ReLU(), nn.Dropout(0.5), nn.Linear(5, 3));
        net.eval();
        ModelFile.Save(_file, net, new ModelContract("small", [2, 3], ["a", "b", "c"], 0.5f, 2f));
        float[] inputs = [.. Enumerable.Range(0, 24).Select(i => i / 24f)];

        using var model = new TorchModel(ModelFile.Load(_file));
        var probabilities = model.Probabilities(inputs, 4);

        var expected = nn.functional.softmax(net.call((tensor(inputs).reshape(4, 2, 3) - 0.5f) / 2f), 1).data<float>().ToArray();
        Assert.Equal(expected, probabilities);
        Assert.All(probabilities.Chunk(3), row => Assert.Equal(1, row.Sum(), 1e-5f));
        Assert.Equal(64, model.Hash.Length);
    }
}
