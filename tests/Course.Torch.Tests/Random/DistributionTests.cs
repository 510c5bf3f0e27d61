using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Random;

/// <summary>Draws of distributions: shape, moments, and the seed. Densities stand in the operation table.</summary>
[Collection("default generator")]
public class DistributionTests
{
    private static readonly (string Name, Func<Generator?, distributions.Distribution> Make, double Mean, double Deviation)[] Kinds =
    [
        ("Normal", g => distributions.Normal(tensor(2f), tensor(3f), g), 2, 3),
        ("Uniform", g => distributions.Uniform(tensor(-1f), tensor(3f), g), 1, 4 / Math.Sqrt(12)),
        ("Bernoulli", g => distributions.Bernoulli(tensor(0.3f), null, g), 0.3, Math.Sqrt(0.21)),
        ("Categorical", g => distributions.Categorical(tensor(new[] { 1f, 2, 1 }), null, g), 1, Math.Sqrt(0.5)),
        ("Exponential", g => distributions.Exponential(tensor(0.5f), g), 2, 2),
    ];

    public static TheoryData<string> Names => [.. Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_OfAGenerator_HaveTheMomentsAndComeAgain(string name)
    {
        const int Count = 20_000;
        var (_, make, mean, deviation) = Kinds.Single(kind => kind.Name == name);

        var draws = make(new Generator(7)).sample(Count / 4, 4);

        Assert.Equal([Count / 4, 4], draws.shape);
        Assert.Equal(Tolerance.Values(draws), Tolerance.Values(make(new Generator(7)).sample(Count / 4, 4)));
        Assert.InRange(draws.to(float64).mean().ToDouble(), mean - (5 * deviation / Math.Sqrt(Count)), mean + (5 * deviation / Math.Sqrt(Count)));
        Assert.InRange(draws.to(float64).std().ToDouble(), deviation * 0.95, deviation * 1.05);
    }

    [Fact]
    public void NormalDraws_WithHistory_PassGradientsToTheParameters()
    {
        var (mean, deviation) = (zeros(3, requires_grad: true), ones(3, requires_grad: true));
        var draws = distributions.Normal(mean, deviation, new Generator(1)).rsample(5);
        draws.sum().backward();

        Assert.Equal([5, 5, 5], Tolerance.Values(mean.grad!));
        Assert.Null(Tolerance.Difference(Tolerance.Values(draws.sum(0L)), Tolerance.Values(deviation.grad!), 1e-6));
        Assert.False(distributions.Normal(mean, deviation).sample(5).requires_grad);
    }

    [Fact]
    public void Batches_Expanded_DrawMore()
    {
        var coins = distributions.Bernoulli(tensor(new[] { 0f, 1 }));

        Assert.Equal([4, 3, 2], coins.expand(new Size([3, 2])).sample(4).shape);
        Assert.Equal([0, 1], Tolerance.Values(coins.sample()));
        Assert.Equal([2, 3], distributions.Categorical(ones(2, 3)).param_shape);
        Assert.Equal([[0, 0], [1, 1], [2, 2]], distributions.Categorical(ones(2, 3)).enumerate_support().unbind(0).Select(Tolerance.Values));
    }

    [Fact]
    public void Parameters_OutOfTheirDomain_AreNamed()
    {
        Assert.Contains("scale", Assert.Throws<ArgumentException>(() => distributions.Normal(zeros(2), zeros(2))).Message, StringComparison.Ordinal);
        Assert.Contains("rate", Assert.Throws<ArgumentException>(() => distributions.Exponential(tensor(-1f))).Message, StringComparison.Ordinal);
        Assert.Contains("either", Assert.Throws<ArgumentException>(() => distributions.Categorical()).Message, StringComparison.Ordinal);
        Assert.Throws<NotImplementedException>(() => distributions.Bernoulli(tensor(0.5f)).cdf(ones(1)));
    }
}
