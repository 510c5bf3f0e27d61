using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

public class FInfoTests
{
    // Printed by TorchSharp 0.107.0.
    [Theory]
    [InlineData(ScalarType.Float16, 16, 0.0009765625, 65504, 6.103515625E-05, 0.001)]
    [InlineData(ScalarType.BFloat16, 16, 0.0078125, 3.3895313892515355E+38, 1.1754943508222875E-38, 0.01)]
    [InlineData(ScalarType.Float32, 32, 1.1920928955078125E-07, 3.4028234663852886E+38, 1.1754943508222875E-38, 1E-06)]
    [InlineData(ScalarType.Float64, 64, 2.220446049250313E-16, 1.7976931348623157E+308, 2.2250738585072014E-308, 1E-15)]
    [InlineData(ScalarType.ComplexFloat32, 32, 1.1920928955078125E-07, 3.4028234663852886E+38, 1.1754943508222875E-38, 1E-06)]
    public void FInfo_OfAFloatingType_HasItsLimits(ScalarType type, int bits, double eps, double max, double tiny, double resolution)
    {
        var info = finfo(type);

        Assert.Equal((bits, eps, max, -max), (info.bits, info.eps, info.max, info.min));
        Assert.Equal((tiny, tiny, resolution), (info.tiny, info.smallest_normal, info.resolution));
    }

    [Fact]
    public void FInfo_OfNoType_IsThatOfNewTensors() => Assert.Equal(finfo(float32), finfo());

    [Fact]
    public void FInfo_OfAnIntegerType_SaysWhatToGive() =>
        Assert.Contains("give a floating-point type", Assert.Throws<ArgumentException>(() => finfo(int32)).Message, StringComparison.Ordinal);

    [Fact]
    public void MpsIsAvailable_Here_IsFalse() => Assert.False(mps_is_available());
}
