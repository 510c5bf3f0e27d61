using Course.Serve.Models;

namespace Course.Serve.Tests.Api;

/// <summary>Says the label whose number is ten times the first number of an input; can be held up.</summary>
internal sealed class FakeModel(params long[] input) : IModel
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);

    public ModelContract Contract { get; init; } = new("<fake>", input, [.. Enumerable.Range(0, 10).Select(i => $"{i}")], 0.25f, 0.5f);

    public string Hash => "0123456789abcdef";

    public string Card => "# A card";

    /// <summary>How many inputs it was asked at once, each time.</summary>
    internal List<int> Asked { get; } = [];

    internal SemaphoreSlim Began { get; } = new(0);

    internal void Hold() => _gate.Reset();

    internal void Release() => _gate.Set();

    public float[] Probabilities(float[] inputs, int count)
    {
        Asked.Add(count);
        Began.Release();
        _gate.Wait();
        var rows = new float[count * 10];
        for (var i = 0; i < count; i++)
        {
            rows[(i * 10) + (int)MathF.Round(inputs[i * inputs.Length / count] * 10)] = 1;
        }

        return rows;
    }

    public void Dispose()
    {
        Release();
        Began.Dispose();
    }
}
