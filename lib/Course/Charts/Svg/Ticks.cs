using System.Globalization;

namespace Course;

/// <summary>Where an axis is marked and what is written there.</summary>
internal static class Ticks
{
    private static readonly int[] RoundDigits = [1, 2, 5];

    /// <summary>Marks inside the range, in axis units, with their text.</summary>
    /// <param name="axis">Its range decides the step.</param>
    /// <param name="most">As many marks as there is room for.</param>
    public static IEnumerable<(double Place, string Text)> Of(FittedAxis axis, int most) =>
        axis.Axis.Categories is { } names ? Named(names, most)
        : axis.Axis.Log ? Powers(axis.Range, most)
        : Linear(axis.Range, most, axis.Axis.Whole ? 1 : 0);

    private static IEnumerable<(double, string)> Named(IReadOnlyList<string> names, int most)
    {
        var step = Math.Max(1, (int)Math.Ceiling(names.Count / (double)Math.Max(most, 1)));
        for (var i = 0; i < names.Count; i += step)
        {
            yield return (i, names[i]);
        }
    }

    private static IEnumerable<(double, string)> Linear((double Low, double High) range, int most, double leastStep = 0)
    {
        var step = Math.Max(NiceStep((range.High - range.Low) / Math.Max(most, 1)), leastStep);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step * 1.0001)));
        for (var i = (long)Math.Ceiling((range.Low / step) - 1e-9); i * step <= range.High + (step * 1e-9); i++)
        {
            yield return (i * step, Format(i * step, decimals));
        }
    }

    private static IEnumerable<(double, string)> Powers((double Low, double High) range, int most)
    {
        var decades = range.High - range.Low;
        var powers = Math.Floor(range.High + 1e-9) - Math.Ceiling(range.Low - 1e-9) + 1;
        if (decades < 1.5 || powers < 2) // one mark is no scale
        {
            foreach (var mark in WithinPowers(range, most))
            {
                yield return mark;
            }

            yield break;
        }

        var step = Math.Max(1, (int)Math.Ceiling(decades / Math.Max(most, 1)));
        for (var power = (int)Math.Ceiling(range.Low - 1e-9); power <= range.High + 1e-9; power += step)
        {
            yield return (power, PowerText(power));
        }
    }

    // 1, 2 and 5 stand at even distances on a log axis; less than a factor of four is marked evenly.
    private static IEnumerable<(double, string)> WithinPowers((double Low, double High) range, int most)
    {
        var marks = Enumerable.Range((int)Math.Floor(range.Low), (int)Math.Ceiling(range.High) - (int)Math.Floor(range.Low) + 1)
            .SelectMany(power => RoundDigits.Select(digit => (Value: digit * Math.Pow(10, power), Decimals: Math.Max(0, -power))))
            .Select(mark => (Place: Math.Log10(mark.Value), Text: Format(mark.Value, mark.Decimals)))
            .Where(mark => mark.Place >= range.Low - 1e-9 && mark.Place <= range.High + 1e-9).ToArray();
        return marks.Length >= 3
            ? marks
            : Linear((Math.Pow(10, range.Low), Math.Pow(10, range.High)), Math.Min(most, 5)).Where(mark => mark.Item1 > 0).Select(mark => (Math.Log10(mark.Item1), mark.Item2));
    }

    /// <summary>Ten to the power as it is written at an axis.</summary>
    public static string PowerText(int power) =>
        power is >= -3 and <= 4 ? Format(Math.Pow(10, power), Math.Max(0, -power)) : "10" + Superscript(power);

    /// <summary>The least of 1, 2, 5 times a power of ten that is not below the wish.</summary>
    public static double NiceStep(double wish)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(wish)));
        var part = wish / power;
        return power * (part <= 1.0001 ? 1 : part <= 2.0001 ? 2 : part <= 5.0001 ? 5 : 10);
    }

    private static string Format(double value, int decimals)
    {
        var size = Math.Abs(value);
        if (size >= 1e6 || decimals > 5)
        {
            var power = size == 0 ? 0 : (int)Math.Floor(Math.Log10(size) + 1e-9);
            var digits = (value / Math.Pow(10, power)).ToString("0.###", CultureInfo.InvariantCulture);
            return (value < 0 ? "−" : "") + (size == 0 ? "0" : digits.TrimStart('-') + "×10" + Superscript(power));
        }

        var text = value.ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return value < 0 ? "−" + text.TrimStart('-') : text;
    }

    private static string Superscript(int power)
    {
        const string digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var text = Math.Abs(power).ToString(CultureInfo.InvariantCulture);
        return (power < 0 ? "⁻" : "") + string.Concat(text.Select(c => digits[c - '0']));
    }
}
