using static TorchSharp.torch;

namespace Course;

/// <summary>Builds attention maps.</summary>
internal static class AttentionFigure
{
    public static Figure Of(Tensor weights, string[] queries, string[] keys, int layer, int head)
    {
        var shape = weights.shape;
        if (shape.Length is < 2 or > 4 || shape[^2] != queries.Length || shape[^1] != keys.Length)
        {
            throw new ArgumentException(
                $"Chart.Attention: the weights are ({string.Join(", ", shape)}), with {queries.Length} names for the rows and {keys.Length} for the columns; "
                + "give (queries, keys), (heads, queries, keys) or (layers, heads, queries, keys)");
        }

        var (layers, heads) = (shape.Length > 3 ? shape[0] : 1, shape.Length > 2 ? shape[^3] : 1);
        if (layer < 1 || layer > layers || head < 1 || head > heads)
        {
            throw new ArgumentException($"Chart.Attention: there is no layer {layer}, head {head}; the weights have {layers} and {heads}, counted from 1");
        }

        using var scope = NewDisposeScope();
        var numbers = weights.detach().cpu().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
        var maps = numbers.Chunk(queries.Length * keys.Length).Select(map => Map(map, queries, keys)).ToArray();
        return shape.Length switch
        {
            2 => maps[0],
            3 => Slider("head", maps, head),
            _ => Slider("layer", [.. maps.Chunk((int)heads).Select(ofLayer => Slider("head", ofLayer, head))], layer),
        };
    }

    private static Figure Slider(string label, Figure[] steps, int shown) => steps.Length == 1
        ? steps[0]
        : Chart.Slider(label, steps.Select((figure, i) => (Numbers.Text(i + 1), figure)), shown - 1);

    private static Figure Map(float[] weights, string[] queries, string[] keys)
    {
        var z = new double[queries.Length, keys.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            z[i / keys.Length, i % keys.Length] = weights[i];
        }

        return new Figure(new PlotPanel
        {
            Height = Math.Clamp(150 + (20 * queries.Length), 300, 640),
            Alt = Describe(z, queries, keys),
        }.Add(new HeatMapTrace
        {
            Z = z,
            X = [.. Enumerable.Range(0, keys.Length).Select(i => (double)i)],
            Y = [.. Enumerable.Range(0, queries.Length).Select(i => (double)i)],
            NamesX = Grids.Unique([.. keys.Select(TokenList.Short)]),
            NamesY = Grids.Unique([.. queries.Select(TokenList.Short)]),
            Scale = ColorScale.Blues,
            Range = (0, 1),
            BarTitle = "weight",
        })).FlipY().Axes("looked at", "looks");
    }

    private static string Describe(double[,] z, string[] queries, string[] keys) =>
        "Where each row looks most: " + string.Join("; ", queries.Select((query, r) =>
        {
            var most = Enumerable.Range(0, keys.Length).MaxBy(c => z[r, c]);
            return $"{TokenList.Short(query)} at {TokenList.Short(keys[most])} ({Numbers.Text(z[r, most], 2)})";
        })) + ".";
}
