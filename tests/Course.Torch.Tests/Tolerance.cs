using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests;

/// <summary>The one place that says how close is equal: relative to the magnitude of the whole tensor.</summary>
public static class Tolerance
{
    public const double OfSingle = 1e-5;
    public const double OfDouble = 1e-10;

    /// <summary>Null if equal, else what differs.</summary>
    public static string? Difference(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative)
    {
        var scale = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var i = 0; i < expected.Count; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            var same = double.IsNaN(e) ? double.IsNaN(a) : double.IsInfinity(e) ? e == a : Math.Abs(e - a) <= relative * Math.Max(1, scale);
            if (!same)
            {
                return $"element {i}: expected {e:R}, got {a:R}";
            }
        }

        return null;
    }

    public static void AssertClose(Tensor expected, Tensor actual, double? relative = null)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        var limit = relative ?? (expected.dtype == ScalarType.Float32 ? OfSingle : OfDouble);
        Assert.Null(Difference(Values(expected), Values(actual), limit));
    }

    public static double[] Values(Tensor tensor) => tensor.detach().to_type(ScalarType.Float64).data<double>().ToArray();
}
