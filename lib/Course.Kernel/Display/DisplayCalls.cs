using Course.Kernel.Display;

namespace System;

/// <summary>
/// <c>x.Display()</c>, as every notebook host spells it; in <c>System</c> so that no <c>using</c> is needed. .NET Interactive's
/// own methods of that name stand beside these; they give back another object than the one that they have shown, which
/// nothing can update. The compiler finds these better: they take the value as what it is, or without a list.
/// </summary>
public static class DisplayCalls
{
    /// <summary>Shows the value now.</summary>
    /// <typeparam name="T">Anything.</typeparam>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms to show it in; none: its usual ones.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => CellVerbs.display(value, mimeTypes);

    /// <summary>Shows the value now.</summary>
    /// <param name="value">Anything.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public static DisplayedValue Display(this object? value) => CellVerbs.display(value);

    /// <summary>Shows the value now, in one form.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public static DisplayedValue Display(this object? value, string mimeType) => CellVerbs.display(value, mimeType);
}
