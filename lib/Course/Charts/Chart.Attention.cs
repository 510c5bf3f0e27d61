using static TorchSharp.torch;

namespace Course;

public static partial class Chart
{
    /// <summary>Who looks at whom: one row for each place that looks, one column for each it can look at, with sliders for layer and head.</summary>
    /// <param name="weights">(queries, keys), (heads, queries, keys) or (layers, heads, queries, keys); each row adds up to 1.</param>
    /// <param name="queries">A name for each row.</param>
    /// <param name="keys">A name for each column; those of the rows when not given.</param>
    /// <param name="layer">The layer shown at first, from 1.</param>
    /// <param name="head">The head shown at first, from 1.</param>
    /// <exception cref="ArgumentException">Another rank, names that do not match, or no such layer or head.</exception>
    public static Figure Attention(Tensor weights, IEnumerable<string> queries, IEnumerable<string>? keys = null, int layer = 1, int head = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);
        string[] rows = [.. queries];
        string[] columns = keys is null ? rows : [.. keys];
        return AttentionFigure.Of(weights, rows, columns, layer, head);
    }
}
