using Course.Kernel.Formatting;

namespace Course.Kernel.Directives;

/// <summary>The directives that cells may use beside C#'s own. Another one is another row.</summary>
internal static class DirectiveTable
{
    // Languages of Polyglot Notebooks that have no engine here.
    private static readonly string[] OtherLanguages = ["#!pwsh", "#!powershell", "#!fsharp", "#!f#", "#!sql", "#!kql", "#!python", "#!r", "#!http", "#!value", "#!vscode"];

    /// <summary><c>#r</c>, which the C# parser finds by itself.</summary>
    public static Directive Reference { get; } = new("#r", ArgumentKind.Quoted, IsPortable: true, (host, call) => host.AddReference(call.Text, call.Line, call.IsOptional))
    {
        Files = [".dll"], Example = "#r \"nuget: Course, 1.0.0\"", ComesFirst = true,
    };

    public static IReadOnlyList<Directive> Rows { get; } =
    [
        Reference,
        new("#i", ArgumentKind.Quoted, true, (host, call) => host.AddPackageSource(call.Text, call.Line)) { Example = "#i \"nuget: ../feed\"", ComesFirst = true },
        new("#load", ArgumentKind.Quoted, false, null) { Files = [".cs", ".csx"] },
        new("#!html", ArgumentKind.Text, false, (host, call) => host.Show(Markup.Html(call.Text))),
        new("#!markdown", ArgumentKind.Text, false, (host, call) => host.Show(Markup.Markdown(call.Text))),
        new("#!mermaid", ArgumentKind.Text, false, (host, call) => host.Show(Markup.Mermaid(call.Text))),
        new("#!javascript", ArgumentKind.Text, false, (host, call) => host.Show(Markup.JavaScript(call.Text))) { Aliases = ["#!js"] },
        new("#!csharp", ArgumentKind.None, false, null) { Aliases = ["#!C#", "#!c#"] },
        new("#!import", ArgumentKind.File, true, (host, call) => host.Import(call.Text, call.Line)) { Files = [".cs", ".csx", ".ipynb"], Example = "#!import helpers.cs" },
        new("#!time", ArgumentKind.None, true, (host, _) => host.ShowElapsedTime()) { ComesFirst = true },
    ];

    public static Directive? Find(string name) => Rows.FirstOrDefault(row => row.Is(name));

    /// <summary>Why a line that starts with <c>#!</c> is refused.</summary>
    public static string Unknown(string name) =>
        OtherLanguages.Contains(name.ToLowerInvariant())
            ? $"Cells in the language of {name} cannot run here: this kernel runs C#, and shows {List(row => row.Argument == ArgumentKind.Text)}. Write the cell in C#, or delete it."
        : NearestWord.To(name, Rows.Where(row => row.EndsText).Select(row => row.Name)) is { } nearest ? $"There is no directive {name}. Did you mean {nearest}?"
        : $"There is no directive {name}. There are: {List(row => row.EndsText)}.";

    private static string List(Func<Directive, bool> wanted) => string.Join(", ", Rows.Where(wanted).Select(row => row.Name));
}
