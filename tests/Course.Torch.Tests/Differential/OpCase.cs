using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>One call: a row with the shapes and the type of one variant, and values that depend on nothing but its id.</summary>
public sealed class OpCase(OpRow row, long[][] shapes, ScalarType type)
{
    public OpRow Row { get; } = row;

    public string Id { get; } = $"{row.Name} {type} {string.Join(" ", shapes.Select(s => "(" + string.Join(",", s) + ")"))}";

    public bool Gradient => Row.Feed.Gradient && type is ScalarType.Float32 or ScalarType.Float64;

    public bool IsDouble => type == ScalarType.Float64;

    public static IEnumerable<OpCase> All() =>
        from row in OpTable.Rows
        from type in row.Feed.Types
        from shapes in row.Feed.Variants
        select new OpCase(row, shapes, type);

    public object Request() => new
    {
        id = Id,
        expr = Row.Python,
        grad = Gradient,
        inputs = shapes.Select((shape, i) => new { dtype = Answer.Name(type), shape, values = Values(i) }).ToArray(),
    };

    public Tensor[] Inputs(ScalarType? other = null) => shapes.Select((shape, i) =>
        tensor(Values(i), shape, other ?? type).requires_grad_(Gradient)).ToArray();

    // Distinct, never ties, a few digits: a fixed multiplicative walk through the range.
    private double[] Values(int input)
    {
        var count = shapes[input].Aggregate(1L, (product, size) => product * size);
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
}
