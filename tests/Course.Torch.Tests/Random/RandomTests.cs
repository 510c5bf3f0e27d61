using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Random;

/// <summary>Draws against stored ones of PyTorch (draws.json, made by draws.py).</summary>
[Collection("default generator")]
public class RandomTests
{
    private static readonly Dictionary<string, Func<Tensor>> Draws = new()
    {
        ["rand"] = () => rand(5),
        ["rand double"] = () => rand(5, float64),
        ["uniform_"] = () => empty(40).uniform_(-0.3, 0.7),
        ["randint"] = () => randint(0, 100, 20),
        ["randint wide"] = () => randint(-5, 1L << 40, 4),
        ["randperm"] = () => randperm(20),
        ["bernoulli_"] = () => empty(20).bernoulli_(0.3),
        ["bernoulli tensor"] = () => full(20, 0.3).bernoulli(),
        ["multinomial"] = () => multinomial(tensor(new[] { 0.1f, 0.4f, 0.2f, 0.3f }), 3),
        ["multinomial one"] = () => multinomial(tensor(new[,] { { 0.1f, 0.4f, 0.5f }, { 0.9f, 0.05f, 0.05f } }), 1),
        ["multinomial replacement"] = () => multinomial(tensor(new[] { 0.1f, 0.4f, 0.2f, 0.3f }), 10, replacement: true),
        ["randn few"] = () => randn(5),
        ["randn few twice"] = () => cat([randn(3), randn(2)]),
        ["randn many"] = () => randn(37),
        ["randn double"] = () => randn(18, float64),
        ["normal_"] = () => empty(20).normal_(2, 0.5),
        ["dropout"] = () => nn.functional.dropout(ones(20), 0.4),
        ["linear"] = () => nn.Linear(7, 3).weight,
        ["conv"] = () => nn.Conv2d(2, 3, 3).bias!,
        ["lstm"] = () => nn.LSTM(3, 2).get_parameter("weight_hh_l0")!,
        ["embedding"] = () => nn.Embedding(5, 4).weight,
        ["attention"] = () => nn.MultiheadAttention(4, 2).get_parameter("in_proj_weight")!,
        ["exponential_"] = () => empty(6).exponential_(2),
    };

    public static TheoryData<string> Bits => Names("bits");

    public static TheoryData<string> Close => Names("close");

    [Theory]
    [MemberData(nameof(Bits))]
    public void Draw_OfIntegersAndUniforms_EqualsPyTorchBitForBit(string name) => Assert.Equal(Stored("bits", name), Draw(name));

    [Theory]
    [MemberData(nameof(Close))]
    public void Draw_OfNormals_EqualsPyTorchToTheLastDigits(string name) =>
        Assert.Null(Tolerance.Difference(Stored("close", name), Draw(name), 1e-6));

    [Fact]
    public void State_SavedAndSet_ContinuesTheSameDraws()
    {
        manual_seed(3);
        _ = randn(3);
        var state = get_rng_state();
        var first = Tolerance.Values(randn(5));
        set_rng_state(state);

        Assert.Equal(first, Tolerance.Values(randn(5)));
    }

    [Fact]
    public void Generator_OfOwnSeed_LeavesTheDefaultOneAlone()
    {
        manual_seed(5);
        var expected = Tolerance.Values(rand(3));
        manual_seed(5);
        var own = rand(3, generator: new Generator(77));

        Assert.Equal(expected, Tolerance.Values(rand(3)));
        Assert.NotEqual(expected, Tolerance.Values(own));
    }

    private static TheoryData<string> Names(string part) => [.. Root().GetProperty(part).EnumerateObject().Select(p => p.Name).Where(Draws.ContainsKey)];

    private static double[] Stored(string part, string name) =>
        Root().GetProperty(part).GetProperty(name).EnumerateArray().Select(e => e.GetDouble()).ToArray();

    private static JsonElement Root() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Differential.Oracle.Folder, "..", "Random", "draws.json"))).RootElement;

    private static double[] Draw(string name)
    {
        manual_seed(1234);
        return Tolerance.Values(Draws[name]());
    }
}
