using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Parity;

/// <summary>100 steps from one seed follow PyTorch's losses (parity.json, made by parity.py).</summary>
[Collection("default generator")]
public class TrainingParityTests
{
    private static readonly Dictionary<string, (Func<(Tensor X, Tensor Y)> Data, Func<nn.Module<Tensor, Tensor>> Model, Func<IEnumerable<Parameter>, optim.Optimizer> Optimizer)> Setups = new()
    {
        ["mlp"] = (() => (rand(32, 20), randint(0, 5, 32)), Networks.Mlp, p => optim.SGD(p, 0.1, momentum: 0.9, weight_decay: 1e-3, nesterov: true)),
        ["cnn"] = (() => (rand(8, 1, 12, 12), randint(0, 5, 8)), Networks.Cnn, p => optim.Adam(p, 0.003)),
        ["lstm"] = (() => (rand(7, 16, 6), randint(0, 5, 16)), () => new Networks.LstmNet(), p => optim.RMSProp(p, 0.001, momentum: 0.5)),
        ["gpt"] = (() => (randint(0, 11, (6, 8)), randint(0, 11, 48)), () => new Networks.Gpt(), p => optim.AdamW(p, 0.003, weight_decay: 0.01)),
    };

    [Theory]
    [InlineData("mlp", ScalarType.Float32, 1e-3)]
    [InlineData("cnn", ScalarType.Float32, 1e-3)]
    [InlineData("lstm", ScalarType.Float32, 1e-3)]
    [InlineData("gpt", ScalarType.Float32, 1e-3)]
    [InlineData("mlp", ScalarType.Float64, 1e-10)]
    [InlineData("cnn", ScalarType.Float64, 1e-10)]
    [InlineData("lstm", ScalarType.Float64, 1e-10)]
    [InlineData("gpt", ScalarType.Float64, 1e-10)]
    public void Training_FromTheSameSeed_FollowsPyTorch(string name, ScalarType type, double relative)
    {
        var expected = Stored($"{name} {(type == ScalarType.Float32 ? "float32" : "float64")}");
        var actual = Train(name, type);

        for (var step = 0; step < expected.Length; step++)
        {
            Assert.True(
                Math.Abs(expected[step] - actual[step]) <= relative * expected[step], $"step {step}: PyTorch {expected[step]:R}, here {actual[step]:R}");
        }
    }

    private static double[] Train(string name, ScalarType type)
    {
        var (data, make, optimizerOf) = Setups[name];
        manual_seed(7);
        var (x, y) = data();
        var model = make().to(type);
        x = x.is_floating_point() ? x.to(type) : x;
        var optimizer = optimizerOf(model.parameters());
        var losses = new double[100];
        for (var step = 0; step < losses.Length; step++)
        {
            var loss = nn.functional.cross_entropy(model.call(x), y);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            losses[step] = loss.ToDouble();
        }

        return losses;
    }

    private static double[] Stored(string key) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Differential.Oracle.Folder, "..", "Parity", "parity.json")))
            .RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetDouble()).ToArray();
}
