using TorchSharp.Kernels;

namespace Course.Torch.Tests.Kernels;

/// <summary>Fast kernels against their plain twins, at every length around the vector widths.</summary>
[Collection("default generator")]
public class KernelTests
{
    [Fact]
    public void Sum_OfEveryLength_EqualsThePlainSum()
    {
        for (var n = 0; n <= 257; n++)
        {
            var x = Wave(n);

            Assert.Equal(x.Sum(v => (double)v), SumReducer.Row<float>(x), 1e-4);
            Assert.Equal(x.Sum(v => (double)v), SumReducer.Row<double>(Array.ConvertAll(x, v => (double)v)), 1e-12);
        }
    }

    // Equal numbers all round to one side. Where 512 of them went into one register, the error was 3e-6, and notebook 10 left PyTorch's curve.
    [Theory]
    [InlineData(300)]
    [InlineData(1024)]
    [InlineData(4096)]
    public void Product_OfManyEqualNumbers_KeepsItsDigits(int depth)
    {
        var (a, b) = (TorchSharp.torch.full(24, depth, 0.1f), TorchSharp.torch.full(depth, 64, 0.7f));

        var relative = a.matmul(b).data<float>().Select(sum => Math.Abs((sum / (0.1f * (double)0.7f * depth)) - 1)).Max();

        Assert.InRange(relative, 0, 2e-6);
    }

    [Fact]
    public void Gelu_OfEveryLength_EqualsTheDefinition()
    {
        for (var n = 0; n <= 257; n++)
        {
            var (x, y, dx) = (Wave(n), new float[n], new float[n]);
            GeluFloats.Forward(x, y);
            GeluFloats.Backward(Enumerable.Repeat(1f, n).ToArray(), x, dx);
            for (var i = 0; i < n; i++)
            {
                var phi = 0.5 * ErrorFunction.Erfc(-x[i] * ErrorFunction.InverseSqrt2);
                Assert.Equal(x[i] * phi, y[i], 2e-6);
                Assert.Equal(phi + (x[i] * Math.Exp(-0.5 * x[i] * x[i]) / Math.Sqrt(2 * Math.PI)), dx[i], 2e-6);
            }
        }
    }

    [Fact]
    public void Gelu_BetweenMinusThreeAndThree_IsRightInItsLastDigits()
    {
        var relative = System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? 2e-6 : 1e-4;
        var x = Enumerable.Range(-30_000, 60_001).Select(i => i / 10_000f).Where(v => v != 0).ToArray();
        var y = new float[x.Length];

        GeluFloats.Forward(x, y);

        Assert.InRange(x.Zip(y, (v, got) => Math.Abs((got / (v * 0.5 * ErrorFunction.Erfc(-v * ErrorFunction.InverseSqrt2))) - 1)).Max(), 0, relative);
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-200f, 0f)]
    [InlineData(200f, 200f)]
    [InlineData(0f, 0f)]
    public void Gelu_OfExtremes_IsTheirLimit(float x, float expected)
    {
        var y = new float[1];
        GeluFloats.Forward([x], y);

        Assert.Equal(expected, y[0]);
    }

    [Fact]
    public void ReluBackward_OfEveryLength_LetsThroughWhatWasPositive()
    {
        for (var n = 0; n <= 257; n++)
        {
            var (x, dx) = (Wave(n), new float[n]);
            ActivationKernels.ReluBackward<float>(Wave(n), x, dx);

            Assert.Equal(x.Select((v, i) => v > 0 ? Wave(n)[i] : 0), dx);
        }
    }

    [Fact]
    public unsafe void Product_OfOddSizesAndLayouts_EqualsThreeLoops()
    {
        foreach (var (m, n, k) in new[] { (1, 1, 1), (12, 32, 8), (13, 33, 257), (7, 100, 20), (200, 5, 300), (25, 1030, 17) })
        {
            var (a, b) = (Wave(m * k), Wave(k * n));
            var expected = new double[m * n];
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    for (var p = 0; p < k; p++)
                    {
                        expected[(i * n) + j] += (double)a[(i * k) + p] * b[(p * n) + j];
                    }
                }
            }

            var (across, down) = (new float[k * n], new float[m * k]);
            for (var p = 0; p < k; p++)
            {
                for (var j = 0; j < n; j++)
                {
                    across[(j * k) + p] = b[(p * n) + j];
                }

                for (var i = 0; i < m; i++)
                {
                    down[(p * m) + i] = a[(i * k) + p];
                }
            }

            fixed (float* pa = a, pb = b, pt = across, pd = down)
            {
                Check(new MatrixView<float>(pa, k, 1), new MatrixView<float>(pb, n, 1));
                Check(new MatrixView<float>(pa, k, 1), new MatrixView<float>(pt, 1, k));
                Check(new MatrixView<float>(pd, 1, m), new MatrixView<float>(pb, n, 1));
            }

            void Check(MatrixView<float> left, MatrixView<float> right)
            {
                var c = new float[m * n];
                fixed (float* pc = c)
                {
                    Gemm.Multiply(m, n, k, left, right, pc, n, false);
                    Gemm.Multiply(m, n, k, left, right, pc, n, true);
                }

                Assert.Null(Tolerance.Difference(expected.Select(v => 2 * v).ToArray(), Array.ConvertAll(c, v => (double)v), 2e-5));
            }
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.999999)]
    [InlineData(1e-12)]
    public void InverseErrorFunction_UndoesTheErrorFunction(double y) =>
        Assert.Equal(y, ErrorFunction.Erf(ErrorFunction.Inverse(y)), 1e-14);

    private static float[] Wave(int n) => Enumerable.Range(0, n).Select(i => (float)(3 * Math.Sin(i * 0.7))).ToArray();
}
