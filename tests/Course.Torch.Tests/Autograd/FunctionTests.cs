using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Course.Torch.Tests.Autograd;

public class FunctionTests
{
    [Fact]
    public void OneResult_GradientIsWhatBackwardSays()
    {
        var x = tensor(new[] { 1.0, 2, 3 }).requires_grad_();
        var y = Scaled.apply(x * 1, 5.0);
        (y * y).sum().backward();

        Assert.Equal([5, 10, 15], Tolerance.Values(y));
        Assert.Equal([-10 * 100, -20 * 100, -30 * 100], Tolerance.Values(x.grad!)); // backward says −100, whatever forward did
    }

    [Fact]
    public void SeveralResults_BackwardGetsTheGradientOfEach()
    {
        var (a, b) = (tensor(new[] { 1.0, 2 }).requires_grad_(), tensor(new[] { 3.0, 4 }).requires_grad_());
        var results = SumAndProduct.apply(a, b);
        (results[0].sum() + (results[1] * 2).sum()).backward();

        Assert.Equal([4, 6], Tolerance.Values(results[0]));
        Assert.Equal([3, 8], Tolerance.Values(results[1]));
        Assert.Equal([1 + (2 * 3), 1 + (2 * 4)], Tolerance.Values(a.grad!));
        Assert.Equal([1 + (2 * 1), 1 + (2 * 2)], Tolerance.Values(b.grad!));
    }

    [Fact]
    public void OneOfSeveralResults_Used_TheOtherSendsZeros()
    {
        var (a, b) = (tensor(new[] { 1.0, 2 }).requires_grad_(), tensor(new[] { 3.0, 4 }).requires_grad_());
        SumAndProduct.apply(a, b)[1].sum().backward();

        Assert.Equal([3, 4], Tolerance.Values(a.grad!));
    }

    [Fact]
    public void NothingWatched_LeavesNoHistory() => Assert.False(Scaled.apply(ones(2), 5.0).requires_grad);

    [Fact]
    public void TooFewGradients_SayHowMany()
    {
        var x = ones(2, requires_grad: true);

        Assert.Contains("1 gradients for 2 arguments", Assert.ThrowsAny<Exception>(() => Forgetful.apply(x, x).sum().backward()).Message, StringComparison.Ordinal);
    }

    private sealed class Scaled : SingleTensorFunction<Scaled>
    {
        public override string Name => nameof(Scaled);

        public override torch.Tensor forward(AutogradContext ctx, params object[] vars) => (torch.Tensor)vars[0] * (double)vars[1];

        public override List<torch.Tensor> backward(AutogradContext ctx, torch.Tensor grad_output) => [grad_output * -100, null!];
    }

    private sealed class Forgetful : SingleTensorFunction<Forgetful>
    {
        public override string Name => nameof(Forgetful);

        public override torch.Tensor forward(AutogradContext ctx, params object[] vars) => (torch.Tensor)vars[0] * 2;

        public override List<torch.Tensor> backward(AutogradContext ctx, torch.Tensor grad_output) => [grad_output];
    }

    private sealed class SumAndProduct : MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<torch.Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var (a, b) = ((torch.Tensor)vars[0], (torch.Tensor)vars[1]);
            ctx.save_for_backward([a, b]);
            ctx.save_data("factor", 1.0);
            return [a + b, a * b];
        }

        public override List<torch.Tensor> backward(AutogradContext ctx, List<torch.Tensor> grad_outputs)
        {
            var (saved, factor) = (ctx.get_saved_variables(), (double)ctx.get_data("factor"));
            return [(grad_outputs[0] + (grad_outputs[1] * saved[1])) * factor, (grad_outputs[0] + (grad_outputs[1] * saved[0])) * factor];
        }
    }
}
