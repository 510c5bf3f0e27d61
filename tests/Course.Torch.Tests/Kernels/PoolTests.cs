using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Kernels;

/// <summary>Windows of two by two in single precision have a kernel of their own; double precision asks one by one.</summary>
[Collection("default generator")]
public class PoolTests
{
    public static TheoryData<int, int> Planes => new() { { 2, 8 }, { 3, 9 }, { 6, 10 }, { 7, 15 }, { 26, 26 }, { 4, 33 } };

    [Theory]
    [MemberData(nameof(Planes))]
    public void MaxPool_OfTwoByTwo_IsWhatDoublePrecisionFinds(int height, int width)
    {
        var random = new System.Random(3);
        float[] kinds = [0, 0, 1, -1, 0.5f, float.NaN, float.NegativeInfinity, float.PositiveInfinity, -0f];
        var numbers = Enumerable.Range(0, 6 * height * width).Select(_ => kinds[random.Next(kinds.Length)]).ToArray();
        var x = tensor(numbers, [2, 3, height, width]);

        var (values, places) = nn.functional.max_pool2d_with_indices(x, [2, 2]);
        var (exact, exactPlaces) = nn.functional.max_pool2d_with_indices(x.to_type(ScalarType.Float64), [2, 2]);

        Assert.Equal(exactPlaces.data<long>().ToArray(), places.data<long>().ToArray());
        Assert.Equal(exact.to_type(ScalarType.Float32).data<float>().ToArray(), values.data<float>().ToArray());
    }
}
