namespace Course.Browser.Tests.Support;

/// <summary>axe-core, which finds what a screen reader or a keyboard cannot reach. npm fetches it with the site's scripts.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() =>
        File.ReadAllText(Path.Combine(Checkout.Root, "lib", "node_modules", "axe-core", "axe.min.js")));

    // plotly.js draws its own pictures; each has the words of its panel. The spans of code and formulas are thousands, and their contrast has its own test.
    private const string Run = """
        async () => (await axe.run({ exclude: [".js-plotly-plot", "pre code", ".katex"] })).violations
          .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`))
        """;

    /// <summary>Violations of any level on the page as it stands.</summary>
    public static async Task<string[]> ViolationsAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync(Source.Value);
        return await visit.AskTextsAsync(Run);
    }
}
