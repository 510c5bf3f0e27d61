using System.Collections;
using System.Globalization;
using System.Numerics;
using Course.Kernel.Session;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Formatting;

/// <summary>Turns a value into what a notebook shows: one text for each mime type, plain text always among them.</summary>
internal static class ValueFormatter
{
    private const string PlainText = "text/plain";
    private const int MaxItems = 30;

    /// <param name="value">Anything, null included.</param>
    /// <param name="mimeTypes">The forms wanted; empty: those that the type prefers.</param>
    public static MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (value is MimeBundle ready)
        {
            return ready;
        }
        if (value is MarkupValue markup)
        {
            return Bundle((markup.MimeType, markup.Content), (PlainText, markup.ToString()));
        }
        if (mimeTypes.Count == 0 && Plain(value) is { } plain)
        {
            return Bundle((PlainText, plain));
        }
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        return Bundle([.. wanted.Append(PlainText).Distinct().Select(mimeType => (mimeType, Text(value, mimeType)))]);
    }

    private static string Text(object? value, string mimeType) =>
        (mimeType == PlainText ? Plain(value) : null) ?? value.ToDisplayString(mimeType);

    /// <summary>Values that read best as bare text: numbers, strings, and short rows of them. Null for all others.</summary>
    private static string? Plain(object? value) =>
        Scalar(value) ?? value switch
        {
            IEnumerable sequence and (Array { Rank: 1 } or IList) when IsOfScalars(sequence.GetType()) => Row(sequence),
            _ => null,
        };

    private static string? Scalar(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool or char => value.ToString(),
        Enum => value.ToString(),
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("u", CultureInfo.InvariantCulture),
        IFormattable number when IsScalar(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Half)
        || type == typeof(BigInteger) || type == typeof(Complex) || type == typeof(Guid) || type == typeof(TimeSpan)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(Int128) || type == typeof(UInt128);

    private static bool IsOfScalars(Type type)
    {
        var element = type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IList<>))
                ?.GetGenericArguments()[0];
        return element is not null && IsScalar(element);
    }

    private static string Row(IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().Take(MaxItems + 1).Select(Scalar).ToList();
        var count = ((ICollection)sequence).Count;
        return items.Count <= MaxItems
            ? $"[{string.Join(", ", items)}]"
            : $"[{string.Join(", ", items.Take(MaxItems))}, … {count} in all]";
    }

    private static MimeBundle Bundle(params (string MimeType, string Text)[] forms)
    {
        var data = new Dictionary<string, string>(forms.Length);
        foreach (var (mimeType, text) in forms)
        {
            data.TryAdd(mimeType, text);
        }
        return new MimeBundle(data);
    }
}
