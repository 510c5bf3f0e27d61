using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Formatting;

/// <summary>Turns a value into what a notebook shows: one text for each mime type, plain text always among them.</summary>
internal static class ValueFormatter
{
    private const string PlainMime = "text/plain";
    private const string HtmlMime = "text/html";
    private const string LatexMime = "text/latex";
    private const int LongestAlternative = 4096;

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
            return Bundle((markup.MimeType, markup.Content), (PlainMime, Cut(markup.ToString())));
        }

        if (value is MathString formula)
        {
            return Bundle((LatexMime, formula.ToString()), (PlainMime, formula.ToString()));
        }

        if (mimeTypes.Count == 0 && PlainOf(value) is { } plain)
        {
            return Bundle((PlainMime, plain));
        }

        if (mimeTypes.Count == 0 && !FormatterUse.HasBegun && HtmlOf(value) is { } html)
        {
            return Bundle((HtmlMime, html), (PlainMime, Cut(value!.ToString() ?? "")));
        }

        value = mimeTypes.Count == 0 ? GuestChart.Translate(value) : value;
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        return Bundle([.. wanted.Append(PlainMime).Distinct().Select(mimeType => (mimeType, Text(value, mimeType)))]);
    }

    /// <summary>A value that is formatted already, with the text alternative that every value has.</summary>
    public static MimeBundle Ready(IEnumerable<(string MimeType, string Text)> forms, object? value) =>
        Bundle([.. forms, (PlainMime, Cut(PlainOf(value) ?? value.ToDisplayString(PlainMime)))]);

    // A formatter that a learner registered for the type comes before ours.
    private static string? PlainOf(object? value) =>
        value is not null && FormatterUse.HasBegun && Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type.IsInstanceOfType(value))
            ? null
            : TorchText.Of(value) ?? PlainText.Of(value);

    // What a formatter would ask of a value that brings its own HTML, as those of lib/Course do.
    private static string? HtmlOf(object? value) =>
        value?.GetType() is { } type && type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute")
            ? type.GetMethod("ToHtml", [])?.Invoke(value, null) as string
            : null;

    private static string Text(object? value, string mimeType) =>
        value is string text && mimeType == LatexMime ? text
        : (mimeType == PlainMime ? PlainOf(value) : null) ?? value.ToDisplayString(mimeType);

    // Beside megabytes of HTML the same megabytes as plain text help nobody, and double what every client receives.
    private static string Cut(string alternative) =>
        alternative.Length <= LongestAlternative ? alternative : string.Concat(alternative.AsSpan(0, LongestAlternative - 1), "…");

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
