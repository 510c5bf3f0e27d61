using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd.functional;

namespace Course.Torch.Tests.Autograd;

/// <summary>Order, shapes and values as TorchSharp 0.107.0 gives them.</summary>
public class JacobianTests
{
    private readonly Tensor _x = tensor(new[] { 1.0, 2, 3 });
    private readonly Tensor _y = tensor(new[] { 4.0, 5 });

    [Fact]
    public void Jacobian_OfOneForOne_HasBothShapes()
    {
        AssertIs(jacobian((Tensor t) => t * t, _x), [3, 3], 2, 0, 0, 0, 4, 0, 0, 0, 6);
        AssertIs(jacobian((Tensor t) => (t * t).sum(), _x), [3], 2, 4, 6);
        AssertIs(jacobian((Tensor t) => t.outer(t), _x), [3, 3, 3], 2, 0, 0, 2, 1, 0, 3, 0, 1, 2, 1, 0, 0, 4, 0, 0, 3, 2, 3, 0, 1, 0, 3, 2, 0, 0, 6);
    }

    [Fact]
    public void Jacobian_OfSeveralOutputs_ComesOutputByOutput()
    {
        var both = jacobian((Tensor t) => new[] { t * t, t.sum() }, _x).ToArray();

        Assert.Equal(2, both.Length);
        AssertIs(both[1], [3], 1, 1, 1);
    }

    [Fact]
    public void Jacobian_OfSeveralInputs_HasZerosWhereNothingDepends()
    {
        var one = jacobian((Tensor[] t) => t[0].sum() * t[1], _x, _y).ToArray();
        var all = jacobian((Tensor[] t) => new[] { t[0] * 2, t[0].sum() * t[1] }, _x, _y).ToArray();

        AssertIs(one[0], [2, 3], 4, 4, 4, 5, 5, 5);
        AssertIs(one[1], [2, 2], 6, 0, 0, 6);
        Assert.Equal(4, all.Length);
        AssertIs(all[1], [3, 2], 0, 0, 0, 0, 0, 0);
        AssertIs(all[2], [2, 3], 4, 4, 4, 5, 5, 5);
    }

    [Fact]
    public void Jacobian_OfAConstant_IsZero() => AssertIs(jacobian((Tensor t) => ones(2, dtype: float64), _x), [2, 3], 0, 0, 0, 0, 0, 0); // ends the process there

    [Fact]
    public void Jacobian_Always_LeavesTheInputAndTheScopeAlone()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();

        var slopes = jacobian((Tensor t) => t * t, _x);

        Assert.False(slopes.requires_grad);
        Assert.False(_x.requires_grad);
        Assert.Null(_x.grad);
        Assert.False(is_grad_enabled());
        Assert.True(scope.Contains(slopes));
    }

    private static void AssertIs(Tensor actual, long[] shape, params double[] expected)
    {
        Assert.Equal(shape, actual.shape);
        Assert.Equal(expected, actual.data<double>().ToArray());
    }
}
