namespace Course.Kernel.Formatting;

/// <summary>Arrays with rows and columns as text: nested brackets, columns in line, the type above.</summary>
internal static class Grid
{
    private const int MaxItems = 30;

    /// <summary>With its type, such as <c>double[2, 3]</c>, on a line of its own.</summary>
    /// <param name="array">Of two dimensions or more.</param>
    /// <param name="text">How an element is written; null where it cannot be.</param>
    public static string? Of(Array array, Func<object?, string?> text)
    {
        var sizes = string.Join(", ", Enumerable.Range(0, array.Rank).Select(array.GetLength));
        return Rows(array, text, separator: ",\n") is { } rows ? $"{PlainText.KeywordOf(array.GetType().GetElementType()!)}[{sizes}]\n{rows}" : null;
    }

    /// <summary>On one line, inside other values.</summary>
    public static string? OnOneLine(Array array, Func<object?, string?> text) => Rows(array, text, separator: ", ");

    private static string? Rows(Array array, Func<object?, string?> text, string separator)
    {
        var cells = new Dictionary<string, string>();
        var width = 0;
        foreach (var index in Shown(array))
        {
            if (text(array.GetValue(index)) is not { } cell)
            {
                return null;
            }

            cells[Key(index)] = cell;
            width = Math.Max(width, separator == ", " ? 0 : cell.Length);
        }

        return Part(array, [], cells, width, separator);
    }

    private static string Part(Array array, int[] index, Dictionary<string, string> cells, int width, string separator)
    {
        if (index.Length == array.Rank)
        {
            return cells[Key(index)].PadLeft(width);
        }

        var depth = array.Rank - index.Length;
        var length = array.GetLength(index.Length);
        var parts = Enumerable.Range(array.GetLowerBound(index.Length), Math.Min(length, MaxItems))
            .Select(i => Part(array, [.. index, i], cells, width, separator)).ToList();
        if (length > MaxItems)
        {
            parts.Add("…");
        }

        // Between rows a new line, between planes a blank line too; what follows stands under what came first.
        var between = depth == 1 || separator == ", " ? ", " : separator + new string('\n', depth - 2) + new string(' ', index.Length + 1);
        return $"[{string.Join(between, parts)}]";
    }

    private static IEnumerable<int[]> Shown(Array array) =>
        Enumerable.Range(0, array.Rank).Aggregate(
            (IEnumerable<int[]>)[[]],
            (indices, dimension) => indices.SelectMany(index => Enumerable
                .Range(array.GetLowerBound(dimension), Math.Min(array.GetLength(dimension), MaxItems))
                .Select(i => (int[])[.. index, i])));

    private static string Key(int[] index) => string.Join(',', index);
}
