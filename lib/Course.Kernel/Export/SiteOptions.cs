namespace Course.Kernel.Export;

/// <summary>What an exported site is made from, besides the notebooks.</summary>
public sealed record SiteOptions
{
    /// <summary>The folder with <c>plotly.min.js</c>, <c>mermaid.min.js</c>, <c>katex/</c> and <c>fonts/</c>; the command's own <c>web/</c> folder.</summary>
    public required string WebAssets { get; init; }

    /// <summary>
    /// Where the notebooks' relative links start: the folder of the notebooks as written, when the executed copies stand elsewhere.
    /// Null: each notebook's own folder.
    /// </summary>
    public string? SourceFolder { get; init; }

    /// <summary>Seconds of the cells that took long when they were executed, by the notebook's name without extension and the cell's id: a page says so before it runs them.</summary>
    public IReadOnlyDictionary<(string Notebook, string Cell), double> SlowCells { get; init; } = new Dictionary<(string Notebook, string Cell), double>();
}
