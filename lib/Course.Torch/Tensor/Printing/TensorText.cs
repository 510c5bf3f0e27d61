using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as text in TorchSharp's styles.</summary>
internal sealed class TensorText(string format, int width, CultureInfo culture, string newLine)
{
    private const int EdgeItems = 3;

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
        if (t.Count == 0)
        {
            return text.ToString();
        }

        if (t.Rank <= 2)
        {
            Columns(t, text);
        }
        else
        {
            JuliaBlocks(t, [], text);
        }

        return text.ToString();
    }

    public string Numpy(Tensor t)
    {
        var text = new StringBuilder();
        NumpyPart(t, 0, text);
        return text.ToString();
    }

    public string CSharp(Tensor t)
    {
        var text = new StringBuilder(Metadata(t)).Append(", value = ");
        if (t.Rank == 0)
        {
            return text.Append(Entry(t)).Append(Suffix(t.dtype)).ToString();
        }

        text.Append("new ").Append(Keyword(t.dtype)).Append('[').Append(',', t.Rank - 1).Append("] ");
        CSharpPart(t, text);
        return text.ToString();
    }

    private void JuliaBlocks(Tensor t, long[] index, StringBuilder text)
    {
        if (t.Rank == 2)
        {
            text.Append('[').AppendJoin(',', index).Append(",..,..] =").Append(newLine);
            Columns(t, text);
            return;
        }

        for (var i = 0L; i < t.Shape[0]; i++)
        {
            JuliaBlocks(t.select(0, i), [.. index, i], text);
        }
    }

    // Right-aligned per column; a row longer than the line ends in " ...".
    private void Columns(Tensor t, StringBuilder text)
    {
        var rows = t.Rank == 1 ? t.reshape(1, -1) : t;
        var cells = rows.unbind().Select(row => row.unbind().Select(Entry).ToArray()).ToArray();
        var widths = Enumerable.Range(0, (int)rows.Shape[1]).Select(c => cells.Max(row => row[c].Length)).ToArray();
        foreach (var row in cells)
        {
            var line = new StringBuilder();
            for (var c = 0; c < row.Length; c++)
            {
                if (line.Length + widths[c] + 1 > width)
                {
                    line.Append(" ...");
                    break;
                }

                line.Append(' ').Append(row[c].PadLeft(widths[c]));
            }

            text.Append(line).Append(newLine);
        }
    }

    private void NumpyPart(Tensor t, int depth, StringBuilder text)
    {
        if (t.Rank == 0)
        {
            text.Append(Entry(t));
            return;
        }

        var separator = t.Rank == 1 ? ", " : newLine + new string(' ', depth + 1);
        text.Append('[');
        var size = t.Shape[0];
        var limit = t.Rank == 1 ? PrintOptions.MaxColumns : PrintOptions.MaxRows;
        for (var i = 0L; i < size; i++)
        {
            if (i > 0)
            {
                text.Append(separator);
            }

            if (size > limit && i == EdgeItems)
            {
                text.Append("...").Append(separator);
                i = size - EdgeItems;
            }

            NumpyPart(t.select(0, i), depth + 1, text);
        }

        text.Append(']');
    }

    private void CSharpPart(Tensor t, StringBuilder text)
    {
        text.Append('{');
        for (var i = 0L; i < t.Shape[0]; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty);
            var part = t.select(0, i);
            if (part.Rank == 0)
            {
                text.Append(Entry(part)).Append(Suffix(t.dtype));
            }
            else
            {
                CSharpPart(part, text);
            }
        }

        text.Append('}');
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
