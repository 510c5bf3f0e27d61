using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Course;

/// <summary>An interpolated string whose numbers are short and invariant, whatever the learner's culture.</summary>
[InterpolatedStringHandler]
internal readonly struct SvgMarkup
{
    private readonly StringBuilder _text;

    public SvgMarkup(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 6));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string text) => _text.Append(text);

    public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Pixels, to a tenth.</summary>
    public void AppendFormatted(double value) => _text.Append(value.ToString("0.#", CultureInfo.InvariantCulture));

    /// <summary>A number in a chosen format.</summary>
    public void AppendFormatted(double value, string format) => _text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
