using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>One call: a row with the shapes and the type of one variant, and values that depend on nothing but its id.</summary>
public sealed class OpCase(OpRow row, long[][] shapes, ScalarType type)
{
    private readonly double[]?[] _values = new double[shapes.Length][];

    public OpRow Row { get; } = row;

    public string Id { get; } = $"{row.Name} {type} {string.Join(" ", shapes.Select(s => "(" + string.Join(",", s) + ")"))}";

    public bool Gradient => Row.Feed.Gradient && type is ScalarType.Float32 or ScalarType.Float64;

    public ScalarType Type => type;

    public bool IsDouble => type == ScalarType.Float64;

    public static IEnumerable<OpCase> All() =>
        from row in OpTable.Rows
        from type in row.Feed.Types
        from shapes in row.Feed.Variants
        select new OpCase(row, shapes, type);

    /// <summary>
    /// The same call with so many elements that threads share the work: one size, wherever it stands in the shapes,
    /// grows until an input has <paramref name="count"/> elements. One candidate per size; not every call can grow along each.
    /// </summary>
    public IEnumerable<OpCase> Enlarged(long count) =>
        from size in shapes.SelectMany(shape => shape).Where(size => Row.Feed.Growth is { } chosen ? size == chosen : size > 1).Distinct()
        let growth = shapes.Where(shape => shape.Contains(size)).Min(shape => Math.Pow(count / (double)Elements(shape), 1.0 / shape.Count(s => s == size)))
        select new OpCase(Row, Array.ConvertAll(shapes, shape => Array.ConvertAll(shape, s => s == size ? (long)Math.Ceiling(s * growth) : s)), type);

    public object Request() => new
    {
        id = Id,
        expr = Row.Python,
        grad = Gradient,
        inputs = shapes.Select((shape, i) => new { dtype = Answer.Name(type), shape, values = Values(i) }).ToArray(),
    };

    public Tensor[] Inputs() => shapes.Select((shape, i) => tensor(_values[i] ??= Values(i), shape, type).requires_grad_(Gradient)).ToArray();

    // Distinct, never ties, a few digits: a fixed multiplicative walk through the range.
    private double[] Values(int input)
    {
        var count = Elements(shapes[input]);
        var seed = (uint)Row.Name.Aggregate(17 + (input * 7919), (hash, c) => (hash * 31) + c);
        var values = new double[count];
        for (var i = 0; i < values.Length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            var unit = (seed >> 8) / (double)(1 << 24);
            values[i] = Math.Round(Row.Feed.Low + ((Row.Feed.High - Row.Feed.Low) * unit), 4);
            if (type is not (ScalarType.Float32 or ScalarType.Float64))
            {
                values[i] = Math.Floor(values[i] * 3);
                values[i] = type == ScalarType.Byte ? Math.Abs(values[i]) : values[i];
            }
        }

        return values;
    }

    private static long Elements(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);
}
