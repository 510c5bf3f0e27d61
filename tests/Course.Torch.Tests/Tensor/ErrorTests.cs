using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

/// <summary>A wrong call throws, says what was given and wanted, and leaves its tensors alone.</summary>
public class ErrorTests
{
    public static TheoryData<string, string> Native => new()
    {
        { "matmul", "(32, 784) x (100, 10): inner sizes 784 and 100 differ" },
        { "add", "(3, 4) and (5,) do not broadcast" },
        { "view", "has 12 elements and does not fit into (5, 5)" },
        { "cat", "(3, 4) and (2, 5) along dimension 0" },
        { "index", "index 7 is out of bounds for dimension 0 with size 3" },
        { "dimension", "dimension 2 of a 2-d tensor" },
        { "mean of integers", "Int64 tensor has no mean" },
        { "requires_grad on integers", "only floating-point tensors can have gradients" },
        { "backward of a matrix", "only for scalar outputs" },
        { "backward twice", "a second time" },
        { "write to a leaf", "a leaf that requires grad" },
        { "overwritten value", "modified by an inplace operation" },
        { "cuda", "course backend cuda" },
        { "linear", "input (2, 3) for weights (4, 5)" },
        { "class out of range", "" },
        { "mask type", "compare to get a Bool tensor" },
        { "expanded write", "clone() it before writing" },
        { "sum of literal 0", "sum(0L)" },
        { "gather", "index 9 is out of bounds" },
        { "where", "condition is Float32" },
        { "half", "Float16 tensors are not in Course.Torch" },
    };

    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["matmul"] = () => zeros(32, 784).matmul(zeros(100, 10)),
        ["add"] = () => _ = zeros(3, 4) + zeros(5),
        ["view"] = () => zeros(3, 4).view(5, 5),
        ["cat"] = () => cat([zeros(3, 4), zeros(2, 5)]),
        ["index"] = () => _ = zeros(3, 4)[7],
        ["dimension"] = () => zeros(3, 4).sum(2L),
        ["mean of integers"] = () => arange(3).mean(),
        ["requires_grad on integers"] = () => arange(3).requires_grad_(),
        ["backward of a matrix"] = () => (Leaf() * 2).backward(),
        ["backward twice"] = () =>
        {
            var loss = Leaf().exp().sum();
            loss.backward();
            loss.backward();
        },
        ["write to a leaf"] = () => Leaf().add_(1),
        ["overwritten value"] = () =>
        {
            var y = Leaf().exp();
            var z = y.sum();
            using (no_grad())
            {
                y.add_(1);
            }

            z = y.mul(y).sum();
            using (no_grad())
            {
                y.add_(1);
            }

            z.backward();
        },
        ["cuda"] = () => zeros(2).cuda(),
        ["linear"] = () => nn.functional.linear(zeros(2, 3), zeros(4, 5)),
        ["class out of range"] = () => nn.functional.cross_entropy(zeros(2, 3), tensor(new long[] { 0, 3 })),
        ["mask type"] = () => zeros(3).masked_fill(arange(3), 1),
        ["expanded write"] = () => zeros(1).expand(3).add_(1),
        ["sum of literal 0"] = () => zeros(3, 4).sum(0),
        ["gather"] = () => zeros(3, 4).gather(0, full([1, 1], 9)),
        ["where"] = () => where(zeros(3), zeros(3), zeros(3)),
        ["half"] = () => zeros(3, ScalarType.Float16),
    };

    [Theory]
    [MemberData(nameof(Native))]
    public void Call_WithWrongArguments_SaysWhatAndHow(string call, string text) =>
        Assert.Contains(text, Assert.ThrowsAny<ExternalException>(Calls[call]).Message, StringComparison.Ordinal);

    [Fact]
    public void Item_OfTheWrongType_NamesBoth() =>
        Assert.Equal("Int32 is not compatible with Float32; ask for the exact type or convert first", Assert.Throws<ArgumentException>(() => zeros(1).item<int>()).Message);

    [Fact]
    public void Item_OfSeveralElements_Throws() =>
        Assert.StartsWith("Number of elements in the tensor must be 1", Assert.Throws<ArgumentException>(() => zeros(2).item<float>()).Message, StringComparison.Ordinal);

    [Fact]
    public void Disposed_TensorUsed_Throws()
    {
        var t = zeros(2);
        t.Dispose();
        t.Dispose();

        Assert.True(t.IsInvalid);
        Assert.StartsWith("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => t + 1).Message, StringComparison.Ordinal);
    }

    // 500 calls with random shapes, types and arguments: each works or throws; none damages the tensors it was given.
    [Fact]
    public void RandomCalls_WhateverTheyGet_LeaveOperandsIntact()
    {
        var dice = new System.Random(11);
        ScalarType[] types = [float32, float64, int64, int32, torch.@bool, uint8];
        Func<torch.Tensor, torch.Tensor, int, object>[] calls =
        [
            (a, b, _) => a + b, (a, b, _) => a.matmul(b), (a, _, n) => a.sum((long)n), (a, _, n) => a.select(n, n), (a, b, n) => cat([a, b], n),
            (a, _, n) => a.view(n, -1), (a, b, n) => a.gather(n, b), (a, b, n) => a.index_select(n, b), (a, b, _) => a.masked_fill(b, 1), (a, _, n) => a.topk(n, n),
            (a, _, n) => a.expand(n, n), (a, b, n) => a.scatter(n, b, a), (a, b, _) => nn.functional.linear(a, b), (a, b, _) => nn.functional.conv2d(a, b),
            (a, b, _) => nn.functional.cross_entropy(a, b), (a, _, n) => a.softmax(n), (a, b, _) => where(a, a, b), (a, _, n) => a.permute(n, 0),
            (a, b, _) => einsum("ij,jk", a, b), (a, _, n) => nn.functional.max_pool2d(a, n), (a, b, _) => a[b], (a, _, n) => a.unfold(n, n, n),
        ];
        for (var i = 0; i < 500; i++)
        {
            var (a, b) = (Random(), Random());
            var before = (Tolerance.Values(a), Tolerance.Values(b));
            try
            {
                _ = calls[i % calls.Length](a, b, dice.Next(-3, 5));
            }
            catch (Exception error) when (error is ExternalException or ArgumentException)
            {
                Assert.NotEmpty(error.Message);
            }

            Assert.Equal(before.Item1, Tolerance.Values(a));
            Assert.Equal(before.Item2, Tolerance.Values(b));
        }

        torch.Tensor Random()
        {
            var shape = Enumerable.Range(0, dice.Next(0, 5)).Select(_ => (long)dice.Next(0, 4)).ToArray();
            var values = Enumerable.Range(0, (int)shape.Aggregate(1L, (x, y) => x * y)).Select(_ => (double)dice.Next(0, 4)).ToArray();
            return tensor(values, shape, types[dice.Next(types.Length)]);
        }
    }

    private static torch.Tensor Leaf() => ones(2, 2, requires_grad: true);
}
