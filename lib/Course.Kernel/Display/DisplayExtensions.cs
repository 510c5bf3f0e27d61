using Course.Kernel.Display;

namespace System;

/// <summary><c>x.Display()</c>, as every notebook host spells it; in <c>System</c> so that no <c>using</c> is needed.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value now.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms to show it in; none: its usual ones.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => CellVerbs.display(value, mimeTypes);

    /// <summary>Shows a text as it is, under the mime type given: HTML stays HTML.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        CellVerbs.display(new Course.Kernel.Formatting.MarkupValue(mimeType, value));
}
