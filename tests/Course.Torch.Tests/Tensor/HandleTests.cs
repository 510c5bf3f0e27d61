using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Torch.Tests.Tensors;

/// <summary>What gives back the same values gives back another handle: its disposal leaves the first one alone, the memory goes with the last.</summary>
[Collection("default generator")]
public class HandleTests
{
    private static readonly Dictionary<string, Func<torch.Tensor, torch.Tensor>> Unchanged = new()
    {
        ["cpu"] = t => t.cpu(),
        ["to(CPU)"] = t => t.to(CPU),
        ["to(\"cpu\")"] = t => t.to("cpu"),
        ["to(DeviceType)"] = t => t.to(DeviceType.CPU),
        ["to(type)"] = t => t.to(float32),
        ["to(type, device)"] = t => t.to(float32, CPU),
        ["to(other)"] = t => t.to(zeros(1)),
        ["to_type"] = t => t.to_type(float32),
        ["type"] = t => t.type(float32),
        ["type_as"] = t => t.type_as(zeros(1)),
        ["float"] = t => t.@float(),
        ["contiguous"] = t => t.contiguous(),
        ["alias"] = t => t.alias(),
        ["positive"] = t => t.positive(),
        ["view_as"] = t => t.view_as(t),
        ["reshape"] = t => t.reshape(t.shape),
        ["expand"] = t => t.expand(t.shape),
        ["squeeze"] = t => t.squeeze(),
        ["flatten"] = t => t.flatten(),
        ["dropout outside training"] = t => F.dropout(t, 0.5, training: false),
        ["dropout 0"] = t => F.dropout(t, 0),
        ["Dropout in eval"] = t => Evaluated(nn.Dropout()).call(t),
        ["Dropout2d in eval"] = t => Evaluated(nn.Dropout2d()).call(t.reshape(1, 1, 3, 1)),
        ["Identity"] = t => nn.Identity().call(t),
        ["empty Sequential"] = t => nn.Sequential().call(t),
        ["pad by nothing"] = t => F.pad(t, [0, 0]),
        ["adaptive_avg_pool1d to its size"] = t => F.adaptive_avg_pool1d(t.reshape(1, 1, 3), 3),
    };

    public static TheoryData<string> Names => [.. Unchanged.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SameValues_Disposed_LeaveTheFirstHandleAlone(string name)
    {
        var t = tensor(new[] { 1f, 2, 3 });
        using (var same = Unchanged[name](t))
        {
            Assert.Equal([1, 2, 3], Tolerance.Values(same.reshape(-1)));
        }

        Assert.Equal([1, 2, 3], Tolerance.Values(t));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FirstHandle_Disposed_LeavesTheSecondAlone(string name)
    {
        var t = tensor(new[] { 1f, 2, 3 });
        var same = Unchanged[name](t);
        t.Dispose();

        Assert.Equal([1, 2, 3], Tolerance.Values(same.reshape(-1)));
    }

    [Fact]
    public void Handles_MadeInScopes_HoldNothingBack()
    {
        var (t, live) = (rand(1000, 100), DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        for (var i = 0; i < 1000; i++)
        {
            using var scope = NewDisposeScope();
            foreach (var same in Unchanged.Values.Take(9))
            {
                _ = same(t);
            }
        }

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.False(t.IsInvalid);
    }

    [Fact]
    public void Conversion_WithDisposeAfter_EndsItsInput()
    {
        var (converted, same, moved) = (ones(2), ones(2), ones(2));

        Assert.Equal([1, 1], Tolerance.Values(converted.to(float64, disposeAfter: true)));
        Assert.Equal([1, 1], Tolerance.Values(same.to(float32, disposeAfter: true)));
        Assert.Equal([1, 1], Tolerance.Values(moved.to(CPU, disposeAfter: true)));
        Assert.True(converted.IsInvalid && same.IsInvalid && moved.IsInvalid);
    }

    [Fact]
    public void Handle_OfALeaf_SharesItsGradient()
    {
        var leaf = ones(2, requires_grad: true);
        var same = leaf.cpu();
        same.sum().backward();

        Assert.True(same.is_leaf);
        Assert.Equal([1, 1], Tolerance.Values(leaf.grad!));
        Assert.Equal([1, 1], Tolerance.Values(same.grad!));
    }

    [Fact]
    public void Write_ThroughAHandle_ReachesTheHistoryOfTheOther()
    {
        var leaf = ones(2, requires_grad: true);
        var inner = leaf * 3;
        inner.contiguous().mul_(2);
        inner.sum().backward();

        Assert.Equal([6, 6], Tolerance.Values(inner));
        Assert.Equal([6, 6], Tolerance.Values(leaf.grad!));
    }

    [Fact]
    public void Accessors_OfViews_ReadInLogicalOrderAndCompareByValue()
    {
        var t = arange(6).reshape(2, 3).t();
        var (view, dense) = (t.data<long>(), t.contiguous().data<long>());

        Assert.True(view == dense);
        Assert.False(view != dense);
        Assert.True(view != arange(6).data<long>());
        Assert.Equal(view.GetHashCode(), dense.GetHashCode());
        Assert.Equal([0, 3, 1, 4, 2, 5], view.ToArray());
        Assert.Equal(3, view[1]);
        Assert.Throws<IndexOutOfRangeException>(() => view[6]);
        Assert.Throws<IndexOutOfRangeException>(() => view[0, 2]);
    }

    [Fact]
    public void Sizes_Sliced_CountFromEitherEnd()
    {
        var size = new Size([1, 2, 3, 4]);

        Assert.Equal([2, 3], size.Slice(1, 3));
        Assert.Equal([3], size.Slice(-2, -1));
    }

    [Fact]
    public void Tensor_OfMemory_TakesItsValues() => Assert.Equal([1, 2, 3, 4], Tolerance.Values(tensor(new Memory<float>([1, 2, 3, 4]), [2, 2]).reshape(-1)));

    private static T Evaluated<T>(T module)
        where T : nn.Module
    {
        module.eval();
        return module;
    }
}
