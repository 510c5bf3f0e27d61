using System.Globalization;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Export;

/// <summary>What the rest of the site needs to know about a notebook's page.</summary>
/// <param name="File">The page, for instance <c>01-neuron.html</c>.</param>
/// <param name="NotebookFile">The notebook's file name.</param>
/// <param name="Id">The two digits before its name; null if it has none.</param>
/// <param name="Title">Its heading without the number.</param>
/// <param name="Minutes">Reading time that its first cells name; null if they do not.</param>
internal sealed partial record PageInfo(string File, string NotebookFile, string? Id, string Title, int? Minutes)
{
    /// <summary>The page as a relative address.</summary>
    public string Url => Uri.EscapeDataString(File);

    /// <summary>Reads it from the notebook.</summary>
    public static PageInfo Of(NotebookDocument notebook)
    {
        var name = Path.GetFileNameWithoutExtension(notebook.Path);
        var opening = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Take(2).Select(cell => MinutesPattern().Match(cell.Source));
        int? minutes = opening.FirstOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
        return new PageInfo(
            name + ".html",
            name + ".ipynb",
            IdPattern().Match(name) is { Success: true } id ? id.Value : null,
            WithoutNumber(notebook.Title),
            minutes);
    }

    /// <summary>A heading such as "01 · A neuron" without its number, which the page sets apart.</summary>
    public static string WithoutNumber(string heading) => NumberPattern().Replace(heading, "");

    [GeneratedRegex(@"^\d\d(?=\D|$)")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d\d\s*[·.:–-]\s*")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\b(\d{1,3}) minutes\b")]
    private static partial Regex MinutesPattern();
}
