using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Course.Serve.Models;

/// <summary>One line before the model: what waits while it computes is computed together.</summary>
/// <remarks>A model is asked by one thread at a time, since a network's modules promise no more; and sixteen digits in one product cost hardly more than one.</remarks>
internal sealed class ModelQueue : IAsyncDisposable
{
    private readonly Channel<Question> _line = Channel.CreateBounded<Question>(new BoundedChannelOptions(Limits.Waiting) { SingleReader = true });
    private readonly IModel _model;
    private readonly Action<int> _computed;
    private readonly int _most;
    private readonly Task _worker;

    /// <param name="model">Asked from one thread at a time; not disposed here.</param>
    /// <param name="computed">Hears how many inputs were computed together.</param>
    /// <param name="most">Inputs that are computed together at most; a request that has more goes alone.</param>
    internal ModelQueue(IModel model, Action<int> computed, int most = Limits.Inputs)
    {
        (_model, _computed, _most) = (model, computed, most);
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Requests that wait.</summary>
    internal int Waiting => _line.Reader.Count;

    /// <param name="inputs">(N · size).</param>
    /// <param name="count">N.</param>
    /// <param name="cancel">The one who asked has gone.</param>
    /// <returns>(N) rows of probabilities.</returns>
    /// <exception cref="RefusedException">Too many wait already.</exception>
    internal Task<float[][]> AskAsync(float[] inputs, int count, CancellationToken cancel)
    {
        var question = new Question(inputs, count, cancel);
        return _line.Writer.TryWrite(question)
            ? question.Answer.Task
            : throw new RefusedException(StatusCodes.Status503ServiceUnavailable, $"{Limits.Waiting} requests wait for the model already; try again in a moment, or send several inputs in one request.");
    }

    /// <summary>Answers what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _line.Writer.TryComplete();
        await _worker;
    }

    private async Task WorkAsync()
    {
        var together = new List<Question>();
        while (await _line.Reader.WaitToReadAsync())
        {
            for (var sum = 0; _line.Reader.TryPeek(out var next) && (sum == 0 || sum + next.Count <= _most);)
            {
                _line.Reader.TryRead(out _);
                if (next.Cancel.IsCancellationRequested)
                {
                    next.Answer.TrySetCanceled(next.Cancel);
                    continue;
                }

                sum += next.Count;
                together.Add(next);
            }

            Compute(together);
            together.Clear();
        }
    }

    private void Compute(List<Question> together)
    {
        if (together.Count == 0)
        {
            return;
        }

        try
        {
            float[] inputs = together.Count == 1 ? together[0].Inputs : [.. together.SelectMany(question => question.Inputs)];
            var count = together.Sum(question => question.Count);
            var rows = Rows(_model.Probabilities(inputs, count), count);
            _computed(count);
            foreach (var question in together)
            {
                question.Answer.TrySetResult([.. rows.Take(question.Count)]);
                rows = rows[question.Count..];
            }
        }
        catch (Exception e) // whatever a model throws: those who asked hear of it, and the next ones are answered
        {
            together.ForEach(question => question.Answer.TrySetException(e));
        }
    }

    private static float[][] Rows(float[] values, int count) =>
        values.All(float.IsFinite) ? [.. values.Chunk(values.Length / count)] : throw new InvalidOperationException("the model answers with NaN");

    private sealed record Question(float[] Inputs, int Count, CancellationToken Cancel)
    {
        internal TaskCompletionSource<float[][]> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
