using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Export;

/// <summary>A formula in the page: a span around it, set at export or by the page's script.</summary>
internal static class FormulaHtml
{
    // A longer formula may have to break itself on a phone.
    private const int LongestUnbroken = 80;

    /// <summary>The formula alone.</summary>
    /// <param name="tex">Without dollars.</param>
    /// <param name="isDisplay">On a line of its own.</param>
    /// <param name="typesetter">Sets it once all are known; null: its TeX stays.</param>
    public static string Of(string tex, bool isDisplay, Typesetter? typesetter) =>
        $"<span class=\"math {(isDisplay ? "display" : "inline")}\">{typesetter?.Mark(tex, isDisplay) ?? Html.Encode(tex)}</span>";

    /// <summary>The formula's HTML and the punctuation after it, kept on one line where there is room.</summary>
    public static string Glue(string html, FormulaInline formula) =>
        formula.Trail.Length > 0 && formula.Tex.Length <= LongestUnbroken ? $"<span class=\"glued\">{html}{Html.Encode(formula.Trail)}</span>" : html + Html.Encode(formula.Trail);
}
