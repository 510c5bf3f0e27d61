using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Course;

/// <summary>Numbers of any container laid flat, with the shape they came in: scalars, tuples, tensors, arrays of any rank, arrays of arrays.</summary>
/// <param name="Shape">Empty for a scalar; −1 marks rows of different lengths.</param>
/// <param name="Values">Row-major.</param>
internal sealed record Figures(int[] Shape, double[] Values)
{
    private const int FewEnoughToShowAll = 8;

    /// <summary>Null when the value holds something else than numbers.</summary>
    public static Figures? From(object? value) => value switch
    {
        null or string => null,
        Tensor tensor => new([.. tensor.shape.Select(size => (int)size)], [.. tensor.detach().cpu().to(ScalarType.Float64).data<double>()]),
        bool => null,
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal =>
            new([], [number.ToDouble(CultureInfo.InvariantCulture)]),
        ITuple tuple => Join([.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])]),
        Array { Rank: > 1 } array => FromGrid(array),
        IEnumerable items => Join([.. items.Cast<object?>()]),
        _ => null,
    };

    /// <summary>"a number", "5 numbers", "(3, 4)".</summary>
    public string ShapeText => Shape.Length switch
    {
        0 => "one number",
        1 => $"({Shape[0]})",
        _ => "(" + string.Join(", ", Shape.Select(size => size < 0 ? "ragged" : Numbers.Text((long)size))) + ")",
    };

    /// <summary>All values when they are few, else how many there are.</summary>
    public string ValuesText => Shape.Length == 0
        ? Numbers.Text(Values[0])
        : Values.Length <= FewEnoughToShowAll
            ? "[" + string.Join(", ", Values.Select(value => Numbers.Text(value))) + "]"
            : $"{Numbers.Text(Values.Length)} numbers, from {Numbers.Text(Values[0])} to {Numbers.Text(Values[^1])}";

    /// <summary>The place of a flat index: "[2, 0]"; empty for a scalar.</summary>
    public string PlaceOf(int index)
    {
        var place = new int[Shape.Length];
        for (var axis = Shape.Length - 1; axis >= 0; axis--)
        {
            place[axis] = index % Math.Max(Shape[axis], 1);
            index /= Math.Max(Shape[axis], 1);
        }

        return place.Length == 0 ? "" : "[" + string.Join(", ", place) + "]";
    }

    private static Figures? FromGrid(Array array)
    {
        var flat = Join([.. array.Cast<object?>()]);
        return flat is null || flat.Shape.Length != 1 ? null : flat with { Shape = [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)] };
    }

    private static Figures? Join(object?[] items)
    {
        var parts = items.Select(From).ToArray();
        if (parts.Any(part => part is null))
        {
            return null;
        }

        var inner = parts.Length == 0 ? [] : parts[0]!.Shape;
        var isEven = parts.All(part => part!.Shape.AsSpan().SequenceEqual(inner));
        return new Figures([parts.Length, .. isEven ? inner : [-1]], [.. parts.SelectMany(part => part!.Values)]);
    }
}
