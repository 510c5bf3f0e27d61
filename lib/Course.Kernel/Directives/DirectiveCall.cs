namespace Course.Kernel.Directives;

/// <summary>A directive as a cell gives it.</summary>
/// <param name="Directive">Which.</param>
/// <param name="Text">Its argument; empty where it takes none.</param>
/// <param name="Line">1-based line in the cell.</param>
internal sealed record DirectiveCall(Directive Directive, string Text, int Line)
{
    /// <summary>True in a cell whose first line is a comment such as <c>// optional</c>: the notebook goes on without it.</summary>
    public bool IsOptional { get; init; }

    /// <exception cref="DirectiveException">Its argument is missing.</exception>
    public void Obey(IDirectiveHost host)
    {
        if (Text.Length == 0 && Directive.Example.Length > 0)
        {
            throw new DirectiveException($"{Directive.Name} needs {(Directive.Argument == ArgumentKind.File ? "a file" : "a name in double quotes")}, as in: {Directive.Example}", Line);
        }

        Directive.Obey?.Invoke(host, this);
    }
}
