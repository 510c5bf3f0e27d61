using static TorchSharp.torch;

namespace Course;

/// <summary>Compares what came with what was wanted: shape before values, then the likely cause.</summary>
internal static class Comparison
{
    // A mistaken answer is recognised by its value; rounding may differ from ours in the last digits.
    private static readonly Tolerance Alike = new(1e-6, 1e-12);

    /// <summary>Null when they agree within the tolerance.</summary>
    /// <param name="got">A number, string, bool, tuple, or array of any rank (or of arrays).</param>
    /// <param name="wanted">Likewise; decides how the two are compared.</param>
    /// <param name="tolerance">For numbers.</param>
    /// <param name="suspects">Mistakes to recognise, in order.</param>
    public static Difference? Find(object? got, object wanted, Tolerance tolerance, params Suspect[] suspects)
    {
        if (Figures.From(wanted) is not { } right)
        {
            return Equals(got, wanted) ? null : new Difference(Quote(got), Quote(wanted), CauseAmong(suspects, got));
        }

        if (Kind(got, wanted) is { } otherKind)
        {
            return otherKind;
        }

        if (Figures.From(got) is not { } came)
        {
            return new Difference(Quote(got), right.ValuesText, got is null ? "Your code returned null." : null);
        }

        if (!came.Shape.AsSpan().SequenceEqual(right.Shape))
        {
            var cause = CauseAmong(suspects, got) ?? ShapeCause(came, right);
            return new Difference($"shape {came.ShapeText}: {came.ValuesText}", $"shape {right.ShapeText}: {right.ValuesText}", cause);
        }

        var index = FirstMiss(came, right, tolerance);
        return index is null ? null : ValueDifference(came, right, index.Value, CauseAmong(suspects, got) ?? (wanted is int or long ? null : LikelyCause.Of(came.Values, right, tolerance)));
    }

    // Of two tensors, the type of their numbers counts as well; of one that is disposed nothing can be said.
    private static Difference? Kind(object? got, object wanted)
    {
        if (got is Tensor { IsInvalid: true })
        {
            return new Difference("a disposed tensor", "a tensor", "What your function returns is disposed already: take it out of its scope, `.MoveToOuterDisposeScope()`.");
        }

        return got is Tensor came && wanted is Tensor right && came.dtype != right.dtype
            ? new Difference($"numbers of type {came.dtype}", $"numbers of type {right.dtype}", $"The result is to be of the inputs' type, {right.dtype}.")
            : null;
    }

    private static int? FirstMiss(Figures got, Figures wanted, Tolerance tolerance)
    {
        for (var i = 0; i < wanted.Values.Length; i++)
        {
            if (!tolerance.Allows(got.Values[i], wanted.Values[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static Difference ValueDifference(Figures got, Figures wanted, int index, string? cause)
    {
        var place = wanted.PlaceOf(index);
        var (came, right) = Numbers.Apart(got.Values[index], wanted.Values[index]);
        var isLone = wanted.Values.Length == 1;
        return new Difference(
            isLone ? came : $"{place} = {came} in {got.ValuesText}",
            isLone ? right : $"{place} = {right} in {wanted.ValuesText}",
            cause);
    }

    private static string? ShapeCause(Figures got, Figures wanted) => (got.Shape, wanted.Shape) switch
    {
        ([var m, var n], [var rows, var columns]) when m == columns && n == rows => "The shape is transposed: rows and columns are swapped.",
        ([], [_, ..]) => "That is one number; one for each place is wanted.",
        ([var few], [var many]) when few == many - 1 => "One number is missing: where does the loop begin, and where does it end?",
        ([var many], [var few]) when many == few + 1 => "One number too many: where does the loop begin, and where does it end?",
        _ when got.Shape.Where(size => size != 1).SequenceEqual(wanted.Shape.Where(size => size != 1)) => "An axis of size 1 is missing, or there is one too many.",
        _ => null,
    };

    private static string? CauseAmong(IEnumerable<Suspect> suspects, object? got) =>
        suspects.FirstOrDefault(suspect => Find(got, suspect.Value, Alike) is null)?.Cause;

    private static string Quote(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool yes => yes ? "true" : "false",
        System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Quote)) + "]",
        _ => Figures.From(value)?.ValuesText ?? value.ToString() ?? "",
    };
}
