namespace Course;

/// <summary>The formatters of <see cref="HtmlValue"/>, in the shape that .NET Interactive calls by reflection.</summary>
internal sealed class HtmlFormatters
{
#pragma warning disable CA1822 // Called on an instance, by name.
    public IEnumerable<object> CreateTypeFormatters()
#pragma warning restore CA1822
    {
        yield return new MimeFormatter("text/html", static value => (value as IHtml)?.ToHtml());
        yield return new MimeFormatter("text/plain", static value => value.ToString());
    }

    private sealed class MimeFormatter(string mimeType, Func<object, string?> format)
    {
        public string MimeType { get; } = mimeType;

        /// <returns>False when this formatter has nothing to say, so that the host tries its next one.</returns>
        public bool Format(object instance, TextWriter writer)
        {
            if (format(instance) is not { } text)
            {
                return false;
            }

            writer.Write(text);
            return true;
        }
    }
}
