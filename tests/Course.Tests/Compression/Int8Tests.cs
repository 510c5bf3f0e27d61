using Course.Tests.Notebook;
using static TorchSharp.torch;

namespace Course.Tests.Compression;

[Collection(LearnerState.Name)]
public sealed class Int8Tests
{
    [Fact]
    public void Quantise_EveryLength_IsTheNearestOfTheGrid()
    {
        var random = new Random(18);
        for (var n = 0; n <= 257; n++)
        {
            var values = Enumerable.Range(0, n).Select(_ => (random.NextSingle() - 0.5f) * 300).ToArray();

            Assert.Equal(values.Select(v => (sbyte)Math.Clamp(MathF.Round(v / 0.75f), -127, 127)), Int8.Quantise(values, 0.75));
        }
    }

    [Fact]
    public void Quantise_HalvesZeroAndBeyond_RoundsToEvenAndCutsOff() => Assert.Equal(
        [0, 2, 2, 0, -2, -2, 0, 127, -127, 127, 0],
        Int8.Quantise([0.5f, 1.5f, 2.5f, -0.5f, -1.5f, -2.5f, 0, 1e9f, -1e9f, 127.4f, -0f], 1).Select(q => (int)q));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Quantise_ByNoScale_SaysWhatIsWanted(double scale) => Assert.Contains(
        "above 0", Assert.Throws<ArgumentOutOfRangeException>(() => Int8.Quantise([1], scale)).Message, StringComparison.Ordinal);

    [Fact]
    public void Multiply_OnOneTwoAndThreeThreads_IsTheSame()
    {
        const int m = 167, n = 129, k = 901;   // enough work for threads
        var random = new Random(18);
        var (a, b) = (new sbyte[m * k], new sbyte[n * k]);
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(a.AsSpan()));
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(b.AsSpan()));
        var expected = new int[m * n];
        for (var i = 0; i < m * n; i++)
        {
            expected[i] = Enumerable.Range(0, k).Sum(p => a[(i / n * k) + p] * b[(i % n * k) + p]);
        }

        foreach (var threads in new[] { 1, 2, 3 })
        {
            var before = get_num_threads();
            try
            {
                set_num_threads(threads);
                Assert.Equal(expected, Int8.Multiply(a, b, k));
            }
            finally
            {
                set_num_threads(before);
            }
        }
    }

    [Theory]
    [InlineData(6, 6, 4)]
    [InlineData(8, 6, 4)]
    [InlineData(4, 4, 0)]
    [InlineData(4, 4, -2)]
    public void Multiply_RowsThatAreNotWhole_SaysWhatIsWanted(int a, int b, int depth) => Assert.Contains(
        "whole rows", Assert.Throws<ArgumentException>(() => Int8.Multiply(new sbyte[a], new sbyte[b], depth)).Message, StringComparison.Ordinal);
}
