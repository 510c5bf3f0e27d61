using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Autograd;

[Collection("default generator")]
public class AutogradTests
{
    [Fact]
    public void Backward_ThroughAHundredThousandSteps_DoesNotOverflow()
    {
        var x = ones(1, requires_grad: true);
        var y = x * 1;
        for (var i = 0; i < 100_000; i++)
        {
            y = y + 1;
        }

        y.backward();

        Assert.Equal(1, x.grad!.item<float>());
    }

    [Fact]
    public void Gradients_OfTwoPasses_AddUp()
    {
        var x = ones(2, requires_grad: true);
        (x * 3).sum().backward();
        (x * 4).sum().backward();

        Assert.Equal([7, 7], Tolerance.Values(x.grad!));
    }

    [Fact]
    public void Gradients_OfSharedSums_AreNotTheSameMemory()
    {
        var (a, b) = (ones(2, requires_grad: true), ones(2, requires_grad: true));
        (a + b).sum().backward();
        a.grad!.zero_();

        Assert.Equal([1, 1], Tolerance.Values(b.grad!));
    }

    [Fact]
    public void SecondDerivative_OfACube_IsSixX()
    {
        var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];

        Assert.Equal(12, first.item<double>(), 10);
        Assert.Equal(12, second.item<double>(), 10);
        Assert.Null(x.grad);
    }

    [Fact]
    public void NoGrad_Inside_RecordsNothing()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Detach_SharesMemory_LeavesTheGraph()
    {
        var x = ones(2, requires_grad: true);
        var d = x.detach();
        d[0] = 5;

        Assert.False(d.requires_grad);
        Assert.Equal(5, Tolerance.Values(x)[0]);
    }

    [Fact]
    public void RetainGraph_AllowsAnotherPass()
    {
        var x = ones(1, requires_grad: true);
        var y = x.exp();
        y.backward(retain_graph: true);
        y.backward();

        Assert.Equal(2 * Math.E, x.grad!.item<float>(), 5);
    }

    [Fact]
    public void RetainGrad_InsideTheGraph_KeepsItsGradient()
    {
        var x = ones(2, requires_grad: true);
        var y = x * 3;
        y.retain_grad();
        (y * y).sum().backward();

        Assert.Equal([6, 6], Tolerance.Values(y.grad!));
    }

    [Fact]
    public void Threads_OverOneModel_EachGetTheirPass()
    {
        var w = ones(4, requires_grad: true);
        Parallel.For(0, 8, _ => (w * 2).sum().backward());

        Assert.Equal([16, 16, 16, 16], Tolerance.Values(w.grad!));
    }
}
