using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Autograd;

/// <summary>A gradient that was set to zero may get the memory of the next one: nobody must notice.</summary>
[Collection("default generator")]
public class GradientMemoryTests
{
    // Above and below the size from which memory comes from the pool.
    public static TheoryData<long> Sizes => [3, 5000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Backward_AfterZero_TheSameTensorHoldsTheNewGradient(long size)
    {
        var w = ones(size, requires_grad: true);
        (w * 2).sum().backward();
        var gradient = w.grad!;
        gradient.zero_();
        (w * 3).sum().backward();

        Assert.Same(gradient, w.grad);
        Assert.Equal(3, gradient.min().item<float>());
        Assert.Equal(3, gradient.max().item<float>());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Backward_ViewOfTheGradient_SeesTheNewGradient(long size)
    {
        var w = ones(size, requires_grad: true);
        (w * 2).sum().backward();
        var view = w.grad!.view(1, size);
        w.grad!.zero_();
        (w * 3).sum().backward();

        Assert.Equal(3, view[0, 1].item<float>());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Backward_OneGradientForTwoLeaves_TheyShareNoMemory(long size)
    {
        var (a, b) = (ones(size, requires_grad: true), ones(size, requires_grad: true));
        (a + b).sum().backward();
        a.grad!.zero_();
        b.grad!.zero_();
        (a + b).sum().backward();
        a.grad!.fill_(7);

        Assert.Equal(1, b.grad![0].item<float>());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Backward_WithoutZero_Adds(long size)
    {
        var w = ones(size, requires_grad: true);
        (w * 2).sum().backward();
        (w * 3).sum().backward();

        Assert.Equal(5, w.grad![1].item<float>());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Zero_OfAPart_LeavesTheRest(long size)
    {
        var x = ones(size);
        x.narrow(0, 1, 1).zero_();
        var y = ones(size);
        y.zero_();
        y[1] = 4;

        Assert.Equal([1, 0, 1], x.narrow(0, 0, 3).data<float>().ToArray());
        Assert.Equal([0, 4, 0], y.narrow(0, 0, 3).data<float>().ToArray());
    }

    [Fact]
    public void Zero_ThenWrittenByThreads_IsCountedFromZero()
    {
        var before = get_num_threads();
        set_num_threads(3);
        try
        {
            for (var round = 0; round < 50; round++)
            {
                var x = full(1 << 18, 9f);
                x.zero_();
                x.add_(1);
                Assert.Equal(1 << 18, x.sum().item<float>());
            }
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
