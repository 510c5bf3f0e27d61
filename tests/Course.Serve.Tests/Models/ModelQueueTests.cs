using Course.Serve.Models;
using Course.Serve.Tests.Api;

namespace Course.Serve.Tests.Models;

public sealed class ModelQueueTests : IAsyncDisposable
{
    private readonly FakeModel _model = new(1);
    private readonly List<int> _computed = [];
    private readonly ModelQueue _queue;

    public ModelQueueTests() => _queue = new ModelQueue(_model, _computed.Add, most: 4);

    public async ValueTask DisposeAsync()
    {
        _model.Release();
        await _queue.DisposeAsync();
        _model.Dispose();
    }

    [Fact]
    public async Task Ask_WhileTheModelComputes_IsComputedTogether()
    {
        _model.Hold();
        var first = Ask(0.1f);
        await _model.Began.WaitAsync();
        var others = new[] { Ask(0.2f), Ask(0.3f, 0.4f), Ask(0.5f), Ask(0.6f, 0.7f, 0.8f, 0.9f, 0f) };
        Assert.Equal(4, _queue.Waiting);
        _model.Release();

        Assert.Equal("1", await first);
        Assert.Equal(["2", "3 4", "5", "6 7 8 9 0"], await Task.WhenAll(others));
        Assert.Equal([1, 4, 5], _model.Asked); // a request is never split, not even one that is larger than a turn
        Assert.Equal([1, 4, 5], _computed);
    }

    [Fact]
    public async Task Ask_GoneMeanwhile_IsNotComputed()
    {
        using var gone = new CancellationTokenSource();
        _model.Hold();
        var first = Ask(0.1f);
        await _model.Began.WaitAsync();
        var lost = _queue.AskAsync([0.2f], 1, gone.Token);
        var last = Ask(0.3f);
        await gone.CancelAsync();
        _model.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        Assert.Equal("3", await last);
        Assert.Equal([1, 1], _model.Asked);
        Assert.Equal("1", await first);
    }

    [Fact]
    public async Task Ask_MoreThanMayWait_IsSentAway()
    {
        _model.Hold();
        var first = Ask(0.1f);
        await _model.Began.WaitAsync();
        var waiting = Enumerable.Range(0, Limits.Waiting).Select(_ => Ask(0.2f)).ToArray();

        var refused = Assert.Throws<RefusedException>(() => { _ = _queue.AskAsync([0.3f], 1, CancellationToken.None); });
        Assert.Equal(503, refused.Status);
        _model.Release();
        Assert.All(await Task.WhenAll(waiting), labels => Assert.Equal("2", labels));
        await first;
    }

    [Fact]
    public async Task Ask_TheModelThrows_IsToldAndTheNextIsAnswered()
    {
        await Assert.ThrowsAsync<IndexOutOfRangeException>(() => Ask(7f));

        Assert.Equal("4", await Ask(0.4f));
    }

    // The labels of its answers.
    private async Task<string> Ask(params float[] inputs) =>
        string.Join(' ', (await _queue.AskAsync(inputs, inputs.Length, CancellationToken.None)).Select(row => Array.IndexOf(row, 1f)));
}
