using Course.Tests.Notebook;

namespace Course.Tests.Exercises;

[Collection(LearnerState.Name)]
public sealed class TimeLimitTests : IDisposable
{
    private readonly LearnerState _state = new();
    private volatile bool _end;

    public TimeLimitTests()
    {
        AppContext.SetData(KernelSlots.EndLoopsSlot, (Action<bool>)(end => _end = end));
        AppContext.SetData(KernelSlots.CheckLimitSlot, TimeSpan.FromMilliseconds(50));
    }

    public void Dispose()
    {
        AppContext.SetData(KernelSlots.EndLoopsSlot, null);
        AppContext.SetData(KernelSlots.CheckLimitSlot, null);
        _state.Dispose();
    }

    [Fact]
    public void Exercise_EndlessLoop_IsWrongAndSaysAfterHowLong()
    {
        var text = Check.Exercise("00-1", (Func<double, double>)Endless).ToString()!;

        Assert.Contains("✗ wrong", text, StringComparison.Ordinal);
        Assert.Contains("no end within 0.05 s", text, StringComparison.Ordinal);
        Assert.Contains("Does every loop come to an end", text, StringComparison.Ordinal);
        Assert.False(_end);
    }

    [Fact]
    public void Exercise_EndlessLoopInATask_IsWrongToo() =>
        Assert.Contains("no end within", Check.Exercise("00-1", (double grams) => Task.Run(() => Endless(grams)).Result).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Exercise_StoppedByTheLearner_IsLetThrough() =>
        Assert.Throws<OperationCanceledException>(() => Check.Exercise("00-1", (Func<double, double>)(_ => throw new OperationCanceledException())));

    // What a guard in a cell's loop does.
    private double Endless(double grams)
    {
        while (!_end)
        {
            Thread.Yield();
        }

        throw new OperationCanceledException();
    }
}
