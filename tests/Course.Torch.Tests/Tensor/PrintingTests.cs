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
    public void Numpy_LongVector_ElidesTheMiddle() => Assert.Equal("[0, 1, 2, ... 97, 98, 99]", arange(100).npstr());

    [Fact]
    public void CSharp_Matrix_IsAnInitialiser() => Assert.Equal(
        "[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0L, 1L},\n {2L, 3L}\n}", arange(4).reshape(2, 2).cstr());

    // Each text below was printed by TorchSharp 0.107.0.
    [Fact]
    public void CSharp_OfEachRank_IsTorchSharps()
    {
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 1f, 2f, 3f}", arange(4, float32).cstr());
        Assert.Equal("[0], type = Float32, device = cpu, value = float [] {}", zeros(0).cstr());
        Assert.Equal("[], type = Float32, device = cpu, value = 3.5", tensor(3.5f).cstr());
        Assert.Equal("[2x0], type = Float32, device = cpu, value = \nfloat [,] {\n {},\n {}\n}", zeros(2, 0).cstr());
        Assert.Equal("[7], type = Int64, device = cpu, value = long [] {0L, 1L, 2L, ... 4L, 5L, 6L}", arange(7).cstr());
        Assert.Equal(
            "[2x2x2x2], type = Int64, device = cpu, value = \nlong [,,,] {\n {{{0L, 1L},\n   {2L, 3L}},\n  {{4L, 5L},\n   {6L, 7L}}},\n {{{8L, 9L},\n   {10L, 11L}},\n  {{12L, 13L},\n   {14L, 15L}}}\n}",
            arange(16).reshape(2, 2, 2, 2).cstr());
        Assert.EndsWith(" {4L, 5L},\n ...\n {394L, 395L},\n {396L, 397L},\n {398L, 399L}\n}", arange(400).reshape(200, 2).cstr(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numpy_OfEachRank_IsTorchSharps()
    {
        Assert.Equal("[[[0, 1, 2]\n  [3, 4, 5]]\n\n [[6, 7, 8]\n  [9, 10, 11]]]", arange(12).reshape(2, 2, 3).npstr());
        Assert.Equal("[[[[0, 1]\n   [2, 3]]\n\n  [[4, 5]\n   [6, 7]]]\n\n\n [[[8, 9]\n   [10, 11]]\n\n  [[12, 13]\n   [14, 15]]]]", arange(16).reshape(2, 2, 2, 2).npstr());
        Assert.Equal("[[0, 1]\n [2, 3]\n [4, 5]\n ...\n [14, 15]\n [16, 17]\n [18, 19]]", arange(20).reshape(10, 2).npstr());
        Assert.Equal("[]", zeros(0, 3).npstr());
    }

    [Fact]
    public void Julia_OfEachRank_IsTorchSharps()
    {
        Assert.Equal("[2x2x3], type = Int64, device = cpu\n[0,..,..] =\n 0 1 2\n 3 4 5\n\n[1,..,..] =\n 6  7  8\n 9 10 11\n", arange(12).reshape(2, 2, 3).jlstr());
        Assert.Equal("[6], type = Int64, device = cpu\n 10 11 12 13 14 ...\n", arange(10, 16).str(width: 20));
        Assert.EndsWith(" 122 123\n", arange(100, 124).str(), StringComparison.Ordinal);
        Assert.EndsWith(" 122 123 ...\n", arange(100, 125).str(), StringComparison.Ordinal);
        Assert.Equal("[4], type = Float32, device = cpu\n -0 -0 -0 0\n", nn.functional.hardswish(tensor(new[] { -0f, -3f, -4f, 0f })).str());
    }

    [Fact]
    public void DisposedTensor_Asked_SaysSo()
    {
        var t = ones(2);
        t.Dispose();
        Func<object?>[] questions = [() => t.ToString(), () => t.str(), () => t.dtype, () => t.shape, () => t.grad, () => t.requires_grad, () => t.ndim, () => t.device, () => t.stride()];

        Assert.All(questions, question => Assert.Contains("disposed", Assert.Throws<InvalidOperationException>(() => question()).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_OutOfTheOrdinary_AreSpelled() => Assert.Equal(
        "[NaN, Infinity, 1e+10, 1e-07]", tensor(new[] { float.NaN, float.PositiveInfinity, 1e10f, 1e-7f }).npstr());

    [Fact]
    public void Bools_AreWords() => Assert.Equal("[True, False]", tensor(new[] { true, false }).npstr());
}
