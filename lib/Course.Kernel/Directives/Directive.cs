namespace Course.Kernel.Directives;

/// <summary>A line that a cell may have beside C#: one row of <see cref="DirectiveTable"/>.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Argument">What follows the name.</param>
/// <param name="IsPortable">True if every host of notebooks knows it.</param>
/// <param name="Obey">Does what it asks; null where the C# compiler does.</param>
internal sealed record Directive(string Name, ArgumentKind Argument, bool IsPortable, Action<IDirectiveHost, DirectiveCall>? Obey)
{
    /// <summary>The same under other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Extensions of the files that it takes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>A call of it that works, for who forgot what follows the name.</summary>
    public string Example { get; init; } = "";

    /// <summary>True if it comes before the cell's code, wherever it stands: code above it may need it.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>True if a text in another language ends where it stands.</summary>
    public bool EndsText => Name.StartsWith("#!", StringComparison.Ordinal);

    public bool Is(string name) => Name == name || Aliases.Contains(name);
}
