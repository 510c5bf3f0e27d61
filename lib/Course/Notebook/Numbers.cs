using System.Globalization;

namespace Course;

/// <summary>How the library writes numbers: invariant, as short as the digits allow.</summary>
internal static class Numbers
{
    private const double Thousand = 1000;
    private const int MostDigits = 17; // every double is told apart by these

    /// <summary>Six significant digits; grouped thousands from 10,000 on; scientific below 1e-4 and from 1e12 on.</summary>
    public static string Text(double value) => Text(value, 6);

    /// <summary>As <see cref="Text(double)"/> with a chosen number of significant digits, 1 to 17.</summary>
    public static string Text(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Special(value);
        }

        if (digits >= MostDigits)
        {
            return Minus(value.ToString("R", CultureInfo.InvariantCulture)); // custom patterns stop at 15 digits
        }

        var size = Math.Abs(value);
        if (size is < 1e-4 or >= 1e12)
        {
            return Minus(value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture));
        }

        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 20);
        var pattern = (size >= 10 * Thousand ? "#,##0" : "0") + (decimals > 0 ? "." + new string('#', decimals) : "");
        return Minus(value.ToString(pattern, CultureInfo.InvariantCulture));
    }

    /// <summary>Both numbers with as many digits as it takes to tell them apart.</summary>
    public static (string First, string Second) Apart(double first, double second)
    {
        var digits = DigitsApart(first, second);
        return (Text(first, digits), Text(second, digits));
    }

    /// <summary>How many significant digits it takes to tell two numbers apart: 6, 9, 12, 15 or 17.</summary>
    public static int DigitsApart(double first, double second)
    {
        foreach (var digits in (int[])[6, 9, 12, 15])
        {
            if (Text(first, digits) != Text(second, digits))
            {
                return digits;
            }
        }

        return MostDigits;
    }

    /// <summary>A count with grouped thousands from 10,000 on.</summary>
    public static string Text(long count) =>
        count.ToString(Math.Abs(count) >= 10_000 ? "#,##0" : "0", CultureInfo.InvariantCulture);

    private static string Special(double value) => value switch
    {
        0 => "0",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => "NaN",
    };

    // The typographic minus, as in the prose around it; the one after an exponent's e stays.
    private static string Minus(string text) => text.StartsWith('-') ? "−" + text[1..] : text;
}
