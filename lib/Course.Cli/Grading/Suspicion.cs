using Course.Kernel.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Cli.Grading;

/// <summary>Words in a learner's own code that no exercise needs.</summary>
/// <param name="Word">What stands there.</param>
/// <param name="ReachesTheCheck">True if by it a check that runs in the same process can be deceived; false if it only deserves a look.</param>
internal sealed record Suspicion(string Word, bool ReachesTheCheck)
{
    private static readonly HashSet<string> Deceiving = new(StringComparer.Ordinal)
    {
        "Reflection", "BindingFlags", "GetField", "GetFields", "GetRuntimeField", "GetMethod", "GetMethods", "GetProperty", "GetProperties", "GetMember", "GetMembers", "GetConstructor", "GetConstructors",
        "InvokeMember", "Assembly", "AssemblyLoadContext", "Activator", "AppContext", "AppDomain", "UnsafeAccessor", "DllImport", "LibraryImport", "Marshal", "Unsafe", "NativeLibrary", "NativeMemory", "MemoryMarshal", "SafeFileHandle", "SafePipeHandle",
        "RuntimeHelpers", "CSharpScript", "KernelReport", "KernelSlots", "LearnerProgress", "ExerciseCatalog", "Examiner", "CellContext", "CellVerbs",
    };

    private static readonly HashSet<string> Noteworthy = new(StringComparer.Ordinal)
    {
        "Exit", "FailFast", "Process", "HttpClient", "WebClient", "Socket", "TcpClient", "Dns", "ThreadPool",
    };

    /// <summary>Each word of a cell once, in order.</summary>
    internal static IReadOnlyList<Suspicion> In(string code) => CSharpText.Parse(code) is not { } root ? [new("code that cannot be read", true)] :
        [.. root.DescendantTokens(descendIntoTrivia: true).Select(Of).OfType<Suspicion>().Distinct()];

    private static Suspicion? Of(SyntaxToken token) => token switch
    {
        _ when token.IsKind(SyntaxKind.UnsafeKeyword) => new("unsafe", true),
        _ when token.Parent is LoadDirectiveTriviaSyntax => null,
        _ when token.IsKind(SyntaxKind.StringLiteralToken) => token.Parent is ReferenceDirectiveTriviaSyntax ? OfReference(token.ValueText) : OfText(token.ValueText),
        _ when token.IsKind(SyntaxKind.InterpolatedStringTextToken) => OfText(token.ValueText),
        _ when !token.IsKind(SyntaxKind.IdentifierToken) => null,
        _ when Deceiving.Contains(token.ValueText) => new(token.ValueText, true),
        _ when Noteworthy.Contains(token.ValueText) => new(token.ValueText, false),
        _ => null,
    };

    // A package that the course does not name is only a package; a file may call itself Course.
    private static Suspicion? OfReference(string target) =>
        target.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? null : new($"#r \"{target}\"", true);

    private static Suspicion? OfText(string text) => text.StartsWith("/proc/", StringComparison.Ordinal) ? new(text, true) : null;
}
