namespace Course.Kernel.Notebooks;

/// <summary>The cell types of nbformat 4.</summary>
public enum CellKind
{
    /// <summary>Runs.</summary>
    Code,

    /// <summary>Is read.</summary>
    Markdown,

    /// <summary>Is neither; kept as it is.</summary>
    Raw,
}
