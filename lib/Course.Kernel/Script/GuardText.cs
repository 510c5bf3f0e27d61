namespace Course.Kernel.Script;

/// <summary>The checks that a guard puts into cells, as C# text; where they look is the affair of what runs the cells.</summary>
/// <param name="Stop">A statement that ends a cell that is to stop.</param>
/// <param name="StopBefore">The same before an expression, which a closing bracket ends.</param>
/// <param name="Deep">A statement that ends calls that are nested too deeply.</param>
/// <param name="Async">The same in an asynchronous function, whose calls need not use the stack.</param>
internal sealed record GuardText(string Stop, string StopBefore, string Deep, string Async)
{
    /// <summary>True where code is so slow that loops need checks which elsewhere end by themselves.</summary>
    public bool GuardsShortLoops { get; init; }
}
