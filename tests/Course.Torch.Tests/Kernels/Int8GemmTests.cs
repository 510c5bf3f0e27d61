using TorchSharp.Kernels;

namespace Course.Torch.Tests.Kernels;

/// <summary>Whole numbers: equal to three loops, to the last bit, on every instruction set that tests/run.sh switches to.</summary>
public class Int8GemmTests
{
    [Fact]
    public void Product_OfEveryDepth_EqualsThreeLoops()
    {
        for (var k = 0; k <= 257; k++)
        {
            AssertEqual(5, 7, k);
        }
    }

    [Theory]
    [InlineData(1, 1, 784)]
    [InlineData(1, 128, 784)]
    [InlineData(3, 10, 33)]
    [InlineData(4, 2, 64)]
    [InlineData(9, 1, 100)]
    [InlineData(64, 13, 95)]
    [InlineData(130, 31, 129)]
    [InlineData(0, 5, 40)]
    [InlineData(5, 0, 40)]
    public void Product_OfOddSizes_EqualsThreeLoops(int m, int n, int k) => AssertEqual(m, n, k);

    [Theory]
    [InlineData(-128, -128)]
    [InlineData(-128, 127)]
    [InlineData(127, 127)]
    public void Product_OfTheLargestNumbersAndLongestRow_IsExact(int a, int b)
    {
        var k = Int8Gemm.MostDepth;
        var c = new int[1];
        Int8Gemm.Multiply(1, 1, k, Enumerable.Repeat((sbyte)a, k).ToArray(), Enumerable.Repeat((sbyte)b, k).ToArray(), c);

        Assert.Equal((long)a * b * k, c[0]);
    }

    [Fact]
    public void Product_OfPartsOfTheRows_IsThatOfAll()
    {
        var (a, b, whole, parts) = (Numbers(11 * 50, 1), Numbers(6 * 50, 2), new int[66], new int[66]);
        Int8Gemm.Multiply(11, 6, 50, a, b, whole);
        foreach (var (from, to) in new[] { (0, 3), (3, 4), (4, 11) })
        {
            Int8Gemm.Multiply(to - from, 6, 50, a.AsSpan(from * 50), b, parts.AsSpan(from * 6));
        }

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Product_BesideItsTarget_WritesNothing()
    {
        var c = Enumerable.Repeat(77, 40).ToArray();
        Int8Gemm.Multiply(5, 3, 64, Numbers(5 * 64, 1), Numbers(3 * 64, 2), c.AsSpan(10, 15));

        Assert.All(c.Where((_, i) => i is < 10 or >= 25), value => Assert.Equal(77, value));
    }

    [Theory]
    [InlineData(2, 2, 8, 15, 16, 4)]
    [InlineData(2, 2, 8, 16, 15, 4)]
    [InlineData(2, 2, 8, 16, 16, 3)]
    [InlineData(1, 1, 1 << 17, 1 << 17, 1 << 17, 1)]
    public void Product_OfSpansTooShortOrRowsTooLong_SaysSo(int m, int n, int k, int a, int b, int c) => Assert.Contains(
        "int8 product", Assert.Throws<ArgumentException>(() => Int8Gemm.Multiply(m, n, k, new sbyte[a], new sbyte[b], new int[c])).Message, StringComparison.Ordinal);

    private static void AssertEqual(int m, int n, int k)
    {
        var (a, b, c, expected) = (Numbers(m * k, 1), Numbers(n * k, 2), new int[m * n], new int[m * n]);
        Array.Fill(c, -1);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var p = 0; p < k; p++)
                {
                    expected[(i * n) + j] += a[(i * k) + p] * b[(j * k) + p];
                }
            }
        }

        Int8Gemm.Multiply(m, n, k, a, b, c);

        Assert.Equal(expected, c);
    }

    // All 256 values, −128 among them.
    private static sbyte[] Numbers(int count, int seed)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(-128, 128))];
    }
}
