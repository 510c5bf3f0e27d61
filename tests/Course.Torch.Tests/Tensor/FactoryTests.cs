using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

/// <summary>Tensors from nothing: shape, element type and values, as TorchSharp has them.</summary>
public class FactoryTests
{
    private static readonly Dictionary<string, (Func<torch.Tensor> Make, string Text)> Made = new()
    {
        ["zeros"] = (() => zeros(2, 3), "Float32 [2x3] 0 0 0 0 0 0"),
        ["ones of type"] = (() => ones(2, int64), "Int64 [2] 1 1"),
        ["full of int"] = (() => full([2], 3), "Int64 [2] 3 3"),
        ["full of double"] = (() => full([2], 0.5), "Float32 [2] 0.5 0.5"),
        ["eye"] = (() => eye(2, 3), "Float32 [2x3] 1 0 0 0 1 0"),
        ["arange of ints"] = (() => arange(2, 8, 3), "Int64 [2] 2 5"),
        ["arange of doubles"] = (() => arange(0, 1, 0.25), "Float32 [4] 0 0.25 0.5 0.75"),
        ["linspace"] = (() => linspace(0, 1, 3), "Float32 [3] 0 0.5 1"),
        ["logspace"] = (() => logspace(0, 2, 3), "Float32 [3] 1 10 100"),
        ["tensor of an int"] = (() => tensor(7), "Int32 [] 7"),
        ["tensor of doubles"] = (() => tensor(new[] { 1.5, 2 }), "Float64 [2] 1.5 2"),
        ["tensor of bools"] = (() => tensor(new[] { true, false }), "Bool [2] 1 0"),
        ["tensor of a matrix"] = (() => tensor(new[,] { { 1L, 2 }, { 3, 4 } }), "Int64 [2x2] 1 2 3 4"),
        ["from_array"] = (() => from_array(new float[,,] { { { 1 }, { 2 } } }), "Float32 [1x2x1] 1 2"),
        ["as_tensor"] = (() => as_tensor(new[] { 1.5 }), "Float64 [1] 1.5"),
        ["ToTensor of a number"] = (() => 2.5f.ToTensor(), "Float32 [] 2.5"),
        ["ToTensor of an array"] = (() => new[] { 1, 2, 3, 4 }.ToTensor([2, 2]), "Int32 [2x2] 1 2 3 4"),
        ["tril_indices"] = (() => tril_indices(2, 2), "Int64 [2x3] 0 1 1 0 0 1"),
        ["triu_indices"] = (() => triu_indices(2, 2), "Int64 [2x3] 0 0 1 0 1 1"),
        ["zeros_like"] = (() => Like.zeros_like(), "Float64 [2] 0 0"),
        ["ones_like of type"] = (() => Like.ones_like(int32), "Int32 [2] 1 1"),
        ["full_like"] = (() => Like.full_like(7), "Float64 [2] 7 7"),
        ["empty_like"] = (() => Like.empty_like().fill_(2), "Float64 [2] 2 2"),
        ["new_zeros"] = (() => Like.new_zeros(1, 2, 1), "Float64 [1x2x1] 0 0"),
        ["new_ones"] = (() => Like.new_ones(1, 2, 1, 1), "Float64 [1x2x1x1] 1 1"),
        ["new_empty"] = (() => Like.new_empty(1, 2).zero_(), "Float64 [1x2] 0 0"),
        ["new_full"] = (() => Like.new_full(1, 1, 2, 3), "Float64 [1x1x2] 3 3"),
        ["hann_window"] = (() => hann_window(4), "Float32 [4] 0 0.5 1 0.5"),
        ["hann_window whole"] = (() => hann_window(5, periodic: false), "Float32 [5] 0 0.5 1 0.5 0"),
        ["bartlett_window"] = (() => bartlett_window(4, dtype: float64), "Float64 [4] 0 0.5 1 0.5"),
        ["hamming_window"] = (() => hamming_window(2, alpha: 0.5f, beta: 0.25f), "Float32 [2] 0.25 0.75"),
        ["blackman_window"] = (() => blackman_window(4).mul(100).round(), "Float32 [4] -0 34 100 34"),
        ["window of one"] = (() => hann_window(1), "Float32 [1] 1"),
        ["copy_"] = (() => zeros(2, 2).copy_(Like), "Float32 [2x2] 1.5 -2 1.5 -2"),
    };

    public static TheoryData<string> Names => [.. Made.Keys];

    private static torch.Tensor Like => tensor(new[] { 1.5, -2 });

    [Theory]
    [MemberData(nameof(Names))]
    public void Factory_Makes_TheTypeShapeAndValuesOfTorchSharp(string name)
    {
        var t = Made[name].Make();
        var values = string.Join(" ", Tolerance.Values(t).Select(v => v.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(Made[name].Text, $"{t.dtype} [{string.Join("x", t.shape)}] {values}");
    }
}
