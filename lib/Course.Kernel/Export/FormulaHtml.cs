using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>A formula in the page: TeX text in a span that the page's script typesets.</summary>
internal static class FormulaHtml
{
    // A longer formula may have to break itself on a phone.
    private const int LongestUnbroken = 80;

    /// <summary>The formula alone.</summary>
    public static string Of(string tex, bool isDisplay) =>
        $"<span class=\"math {(isDisplay ? "display" : "inline")}\">{Html.Encode(tex)}</span>";

    /// <summary>The formula's HTML and the punctuation after it, kept on one line where there is room.</summary>
    public static string Glue(string html, FormulaInline formula) =>
        formula.Trail.Length > 0 && formula.Tex.Length <= LongestUnbroken ? $"<span class=\"glued\">{html}{Html.Encode(formula.Trail)}</span>" : html + Html.Encode(formula.Trail);
}
