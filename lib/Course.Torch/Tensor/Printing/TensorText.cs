using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as text in TorchSharp's styles.</summary>
internal sealed class TensorText(string format, int width, CultureInfo culture, string newLine)
{
    private const string Elision = " ...";

    public static string Metadata(Tensor t) =>
        $"[{string.Join("x", t.Shape)}], type = {t.dtype}, device = {t.device}";

    public string Julia(Tensor t)
    {
        var text = new StringBuilder(Metadata(t));
        if (t.Rank == 0)
        {
            return text.Append(", value = ").Append(Entry(t)).ToString();
        }

        text.Append(newLine);
        if (t.Rank <= 2)
        {
            Columns(t, text);
        }
        else
        {
            text.AppendJoin(newLine, JuliaBlocks(t, []));
        }

        return text.ToString();
    }

    public string Numpy(Tensor t) => t.Rank == 0 ? Entry(t) : Nested(t, 0, ("[", "]"), Entry, static rank => rank);

    public string CSharp(Tensor t)
    {
        var lead = Metadata(t) + ", value = ";
        if (t.Rank == 0)
        {
            return lead + Entry(t);
        }

        var type = $"{Keyword(t.dtype)} [{new string(',', t.Rank - 1)}] ";
        string Literal(Tensor element) => Entry(element) + Suffix(t.dtype);
        if (t.Rank == 1)
        {
            return lead + type + Nested(t, 0, ("{", "}"), Literal, static _ => 1);
        }

        var rows = Parts(t, part => Nested(part, 1, ("{", "}"), Literal, static _ => 1, ","));
        return $"{lead}{newLine}{type}{{{newLine} {Joined(rows, "," + newLine + " ", newLine + " ")}{newLine}}}";
    }

    private IEnumerable<string> JuliaBlocks(Tensor t, long[] index)
    {
        if (t.Rank > 2)
        {
            return Enumerable.Range(0, (int)t.Shape[0]).SelectMany(i => JuliaBlocks(t.select(0, i), [.. index, i]));
        }

        var text = new StringBuilder().Append('[').AppendJoin(',', index).Append(",..,..] =").Append(newLine);
        Columns(t, text);
        return [text.ToString()];
    }

    // Right-aligned per column; a row longer than the line ends in " ...", for which there is always room.
    private void Columns(Tensor t, StringBuilder text)
    {
        var rows = t.Rank == 1 ? t.reshape(1, -1) : t;
        var cells = rows.unbind().Select(row => row.unbind().Select(Entry).ToArray()).ToArray();
        var widths = Enumerable.Range(0, (int)rows.Shape[1]).Select(c => cells.Select(row => row[c].Length).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var row in cells)
        {
            var line = new StringBuilder();
            for (var c = 0; c < row.Length; c++)
            {
                if (line.Length + widths[c] + 1 > width - Elision.Length)
                {
                    line.Append(Elision);
                    break;
                }

                line.Append(' ').Append(row[c].PadLeft(widths[c]));
            }

            text.Append(line).Append(newLine);
        }
    }

    // Brackets in brackets; dimensions above the last on lines of their own, with so many line ends between them as their rank asks for.
    private string Nested(Tensor t, int depth, (string Open, string Close) brackets, Func<Tensor, string> entry, Func<int, int> lineEnds, string comma = "")
    {
        if (t.Rank == 0)
        {
            return entry(t);
        }

        var parts = Parts(t, part => Nested(part, depth + 1, brackets, entry, lineEnds, comma));
        if (t.Rank == 1)
        {
            return brackets.Open + Joined(parts, ", ", " ") + brackets.Close;
        }

        var line = string.Concat(Enumerable.Repeat(newLine, lineEnds(t.Rank - 1))) + new string(' ', depth + 1);
        return brackets.Open + Joined(parts, comma + line, line) + brackets.Close;
    }

    // The first and last items of a long dimension; null stands for those between.
    private static IEnumerable<string?> Parts(Tensor t, Func<Tensor, string> text)
    {
        var (size, most) = (t.Shape[0], t.Rank == 1 ? PrintOptions.MaxColumns : PrintOptions.MaxRows);
        for (var i = 0L; i < size; i++)
        {
            if (size > most && i == most / 2)
            {
                yield return null;
                i = size - (most / 2);
            }

            yield return text(t.select(0, i));
        }
    }

    // A comma stands before "...", none after.
    private static string Joined(IEnumerable<string?> parts, string separator, string afterElision)
    {
        var (text, between) = (new StringBuilder(), string.Empty);
        foreach (var part in parts)
        {
            text.Append(between).Append(part ?? "...");
            between = part is null ? afterElision : separator;
        }

        return text.ToString();
    }

    private string Entry(Tensor element) => element.dtype switch
    {
        ScalarType.Bool => element.item<bool>() ? "True" : "False",
        ScalarType.Float32 => Real(element.item<float>()),
        ScalarType.Float64 => Real(element.item<double>()),
        _ => element.ToInt64().ToString(culture),
    };

    private string Real(double value) => double.IsFinite(value)
        ? value.ToString(format, culture)
        : double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string Suffix(ScalarType type) => type switch
    {
        ScalarType.Float32 => "f",
        ScalarType.Int64 => "L",
        _ => string.Empty,
    };

    private static string Keyword(ScalarType type) => type switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Int16 => "short",
        ScalarType.Int8 => "sbyte",
        ScalarType.Byte => "byte",
        _ => "bool",
    };
}
