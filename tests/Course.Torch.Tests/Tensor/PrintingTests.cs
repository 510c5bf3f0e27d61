using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

public class PrintingTests
{
    private static torch.Tensor Sevenths => arange(6).reshape(2, 3).to(float32) / 7;

    [Fact]
    public void ToString_Alone_ShowsMetadata() => Assert.Equal("[2x3], type = Float32, device = cpu", Sevenths.ToString());

    [Fact]
    public void Julia_Matrix_AlignsColumns() => Assert.Equal(
        "[2x3], type = Float32, device = cpu\n       0 0.14286 0.28571\n 0.42857 0.57143 0.71429\n", Sevenths.jlstr());

    [Fact]
    public void Julia_Scalar_ShowsItsValue() => Assert.Equal("[], type = Float32, device = cpu, value = 3.1416", tensor(3.14159f).str());

    [Fact]
    public void Julia_Cube_HeadsItsBlocks() => Assert.Contains("[1,..,..] =\n 2\n 3\n", arange(4).reshape(2, 2, 1).jlstr(), StringComparison.Ordinal);

    [Fact]
    public void Numpy_Matrix_NestsBrackets() => Assert.Equal("[[0, 0.14286, 0.28571]\n [0.42857, 0.57143, 0.71429]]", Sevenths.npstr());

    [Fact]
    public void Numpy_LongVector_ElidesTheMiddle() => Assert.Equal("[0, 1, 2, ..., 97, 98, 99]", arange(100).npstr());

    [Fact]
    public void CSharp_Matrix_IsAnInitialiser() => Assert.Equal(
        "[2x2], type = Int64, device = cpu, value = new long[,] {{0L, 1L}, {2L, 3L}}", arange(4).reshape(2, 2).cstr());

    [Fact]
    public void Values_OutOfTheOrdinary_AreSpelled() => Assert.Equal(
        "[NaN, Infinity, 1e+10, 1e-07]", tensor(new[] { float.NaN, float.PositiveInfinity, 1e10f, 1e-7f }).npstr());

    [Fact]
    public void Bools_AreWords() => Assert.Equal("[True, False]", tensor(new[] { true, false }).npstr());
}
