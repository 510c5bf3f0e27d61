using System.Collections;
using static TorchSharp.torch;

namespace Course;

/// <summary>Keeps copies of what an answer is given, and says afterwards what it changed or disposed.</summary>
/// <param name="names">The learner's names of the parameters.</param>
/// <param name="inputs">What the answer is called with.</param>
/// <param name="changes">Places of the inputs that it is to change.</param>
internal sealed class InputWatch(string[] names, object?[] inputs, IReadOnlyList<int> changes)
{
    private readonly object?[] _before = [.. inputs.Select(Copy)];

    /// <summary>Compares the inputs with their copies.</summary>
    /// <exception cref="WrongAnswerException">One was disposed, or changed though it is not to be.</exception>
    public void Check()
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Complaint(i) is { } complaint)
            {
                throw new WrongAnswerException(null, complaint);
            }
        }
    }

    private Difference? Complaint(int i)
    {
        var name = names[i];
        if (IsDisposed(inputs[i]))
        {
            return new($"`{name}` is disposed", $"`{name}` as it was", $"Your function disposed `{name}`, which its caller still needs: dispose only what you made yourself.");
        }

        return changes.Contains(i) || IsSame(inputs[i], _before[i])
            ? null
            : new($"`{name}` = {Text(inputs[i])} afterwards", $"`{name}` = {Text(_before[i])}, as before", Mend(name, inputs[i]));
    }

    private static string Mend(string name, object? input) => input switch
    {
        Tensor => $"It changed `{name}` in place (methods that end in `_`, `{name}[…] = …`); make a new tensor.",
        Array => $"It wrote into `{name}`; make a new array.",
        _ => $"It changed the list `{name}`; make a new one.",
    };

    private static string Text(object? input) => Figures.From(input)?.ValuesText ?? $"{(input as ICollection)?.Count} items";

    private static bool IsDisposed(object? input) =>
        input is Tensor { IsInvalid: true } || (input is IEnumerable<Tensor> list and ICollection && list.Any(tensor => tensor.IsInvalid));

    private static object? Copy(object? input) => input switch
    {
        Tensor { IsInvalid: false } tensor => tensor.detach().clone(),
        Array { Rank: > 1 } grid => grid.Clone(),
        string or null or not IList => input,
        IList list => list.Cast<object?>().Select(Copy).ToArray(),
    };

    private static bool IsSame(object? now, object? before) => (now, before) switch
    {
        (Tensor a, Tensor b) => a.shape.AsSpan().SequenceEqual(b.shape) && Numbers(a).AsSpan().SequenceEqual(Numbers(b)),
        (Array { Rank: > 1 } a, Array b) => a.Cast<object?>().SequenceEqual(b.Cast<object?>()),
        (IList a, IList b) => a.Count == b.Count && Enumerable.Range(0, a.Count).All(i => IsSame(a[i], b[i])),
        _ => Equals(now, before),
    };

    private static double[] Numbers(Tensor tensor) => Figures.From(tensor.detach())!.Values;
}
