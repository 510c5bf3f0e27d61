using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Script;

/// <summary>A cell has errors that the compiler found.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made in one place only.")]
internal sealed class CompilationFailedException(CSharpCompilation compilation, IReadOnlyList<Diagnostic> errors)
    : Exception("The cell does not compile.")
{
    public CSharpCompilation Compilation { get; } = compilation;

    public IReadOnlyList<Diagnostic> Errors { get; } = errors;

    /// <summary>Assemblies that may declare what the compiler does not know, and that cannot be had now.</summary>
    public IList<string> Lacking { get; } = [];
}
