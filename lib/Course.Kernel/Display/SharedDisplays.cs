using System.Runtime.CompilerServices;
using Course.Kernel.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Display;

/// <summary>Shows what cells display by .NET Interactive's own extension methods, such as <c>text.DisplayAs(…)</c> and <c>rows.DisplayTable()</c>.</summary>
internal static class SharedDisplays
{
    // An update comes with the same object; its id is not to be relied on.
    private static readonly ConditionalWeakTable<Microsoft.DotNet.Interactive.Formatting.DisplayedValue, DisplayedValue> Shown = [];

    public static void Install() => Formatter.SubscribeToDisplayedValues(Show);

    private static void Show(Microsoft.DotNet.Interactive.Formatting.DisplayedValue displayed)
    {
        var value = Content(displayed);
        if (Shown.TryGetValue(displayed, out var known))
        {
            known.Update(value);
        }
        else if (CellContext.Current is { } host)
        {
            Shown.Add(displayed, host.Display.Show(value));
        }
    }

    // In its usual forms a value is formatted as anywhere else here; what was asked for in other forms is ready.
    private static object? Content(Microsoft.DotNet.Interactive.Formatting.DisplayedValue displayed)
    {
        var forms = displayed.FormattedValues;
        return forms.Select(form => form.MimeType).ToHashSet().SetEquals(Formatter.GetPreferredMimeTypesFor(displayed.Value?.GetType()))
            ? displayed.Value
            : ValueFormatter.Ready(forms.Select(form => (form.MimeType, form.Value)), displayed.Value);
    }
}
