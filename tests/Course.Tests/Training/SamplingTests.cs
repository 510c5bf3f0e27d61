namespace Course.Tests.Training;

public sealed class SamplingTests
{
    private static readonly float[] Logits = [1, 3, 2, 0]; // chances 0.087, 0.644, 0.237, 0.032

    [Theory]
    [InlineData(new float[] { 1, 3, 2 }, 1)]
    [InlineData(new float[] { 5, 5, 2 }, 0)]
    [InlineData(new[] { float.NegativeInfinity, -7 }, 1)]
    public void Greedy_Scores_TakesTheFirstHighest(float[] logits, int wanted) =>
        Assert.Equal(wanted, Sampling.Greedy(logits));

    [Fact]
    public void Chances_Plain_AreTheSoftmax()
    {
        double[] powers = [.. Logits.Select(logit => Math.Exp(logit))];

        AssertNear([.. powers.Select(power => power / powers.Sum())], Sampling.Chances(Logits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    public void Chances_Cold_AreGreedy(double temperature) =>
        AssertNear([0, 1, 0, 0], Sampling.Chances(Logits, temperature));

    [Fact]
    public void Chances_ColdWithATie_GiveAllToTheFirst() =>
        Assert.Equal([1.0, 0], Sampling.Chances([2f, 2f], 0));

    [Fact]
    public void Chances_Hot_AreNearlyEven() =>
        Assert.All(Sampling.Chances(Logits, 1e6), chance => Assert.Equal(0.25, chance, 1e-5));

    [Fact]
    public void Chances_HugeLogits_StayFinite() =>
        AssertNear([0.5, 0.5, 0], Sampling.Chances([1e30f, 1e30f, -1e30f]));

    [Theory]
    [InlineData(1, new[] { 0, 1.0, 0, 0 })]
    [InlineData(2, new[] { 0, 0.7310586, 0.2689414, 0 })]
    public void Chances_TopK_KeepTheLikeliest(int topK, double[] wanted) =>
        AssertNear(wanted, Sampling.Chances(Logits, topK: topK));

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.7, 2)]
    [InlineData(0.95, 3)]
    [InlineData(1, 4)]
    public void Chances_TopP_KeepTheFewestThatReachIt(double topP, int kept)
    {
        var chances = Sampling.Chances(Logits, topP: topP);

        Assert.Equal(kept, chances.Count(chance => chance > 0));
        Assert.Equal(1, chances.Sum(), 1e-12);
    }

    [Fact]
    public void Draw_ManyTimes_FollowsTheChances()
    {
        var (random, counts) = (new Random(1), new int[4]);
        for (var i = 0; i < 20_000; i++)
        {
            counts[Sampling.Draw(Logits, random)]++;
        }

        var chances = Sampling.Chances(Logits);
        Assert.All(Enumerable.Range(0, 4), token => Assert.Equal(chances[token], counts[token] / 20_000.0, 0.015));
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameTokens() =>
        Assert.Equal(Drawn(new Random(7)), Drawn(new Random(7)));

    [Fact]
    public void Draw_ImpossibleToken_NeverComes() =>
        Assert.DoesNotContain(1, Enumerable.Range(0, 500).Select(seed => Sampling.Draw([0f, float.NegativeInfinity, 0f], new Random(seed))));

    [Fact]
    public void Chances_NaN_NamesItsPlace() =>
        Assert.Contains("Logit 1 of 2 is NaN", Assert.Throws<ArgumentException>(() => Sampling.Chances([0f, float.NaN])).Message, StringComparison.Ordinal);

    [Fact]
    public void Greedy_Nothing_SaysSo() =>
        Assert.Contains("no logits", Assert.Throws<ArgumentException>(() => Sampling.Greedy([])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, null, null, "temperature is -1")]
    [InlineData(double.NaN, null, null, "temperature is NaN")]
    [InlineData(1, 0, null, "topK is 0")]
    [InlineData(1, null, 0.0, "topP is 0")]
    [InlineData(1, null, 1.5, "topP is 1.5")]
    public void Chances_SettingsThatMakeNoSense_AreNamed(double temperature, int? topK, double? topP, string wanted) =>
        Assert.Contains(
            wanted, Assert.Throws<ArgumentOutOfRangeException>(() => Sampling.Chances(Logits, temperature, topK, topP)).Message, StringComparison.Ordinal);

    private static int[] Drawn(Random random) => [.. Enumerable.Range(0, 50).Select(_ => Sampling.Draw(Logits, random, 1.3))];

    private static void AssertNear(double[] wanted, double[] got)
    {
        Assert.Equal(wanted.Length, got.Length);
        Assert.All(wanted.Zip(got), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
