using System.Diagnostics.CodeAnalysis;
using Course.Kernel.Formatting;

namespace Course.Kernel.Display;

/// <summary>What a cell may call without a qualifier, beside C# itself. Notebooks that run in every host do without.</summary>
public static class CellVerbs
{
    /// <summary>Shows a value now.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms to show it in; none: its usual ones.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    [SuppressMessage("Style", "IDE1006", Justification = "The name that notebooks use.")]
    public static DisplayedValue display(object? value, params string[] mimeTypes) => RequireHost().Display.Show(value, mimeTypes);

    /// <summary>Text that is HTML already.</summary>
    /// <param name="content">Any fragment.</param>
    /// <returns>A value that shows as the fragment itself.</returns>
    public static MarkupValue HTML(string content) => new("text/html", content);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    /// <param name="script">JavaScript.</param>
    public static void Javascript(string script) => display(MarkupValue.Script(script));

    /// <summary>Adds a style sheet to the page that shows the notebook.</summary>
    /// <param name="content">CSS rules.</param>
    public static void CSS(string content) => display(new MarkupValue("text/html", $"<style>{content}</style>"));

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True: only when the next output arrives, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => RequireHost().Display.Clear(wait);

    /// <summary>Asks the person at the notebook for a line of text.</summary>
    /// <param name="prompt">Shown beside the field.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The notebook runs where no one can answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "") =>
        Task.FromResult(RequireHost().Ask(prompt, isPassword: false) ?? "");

    /// <summary>Asks the person at the notebook for a line that is not shown.</summary>
    /// <param name="prompt">Shown beside the field.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The notebook runs where no one can answer.</exception>
    public static Task<string> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(RequireHost().Ask(prompt, isPassword: true) ?? "");

    private static ICellHost RequireHost() =>
        CellContext.Current ?? throw new InvalidOperationException("No cell is running: only code of a notebook can show values.");
}
