using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Course.Kernel.Script;

/// <summary>What the compiler made of one attempt at a cell.</summary>
internal sealed class EmittedCell : IDisposable
{
    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <param name="compilation">The cell.</param>
    /// <param name="name">Of the assembly; the compilation's own where others will refer to it.</param>
    /// <param name="withSymbols">Whether it shall tell its lines.</param>
    /// <param name="cancellation">Ends it early.</param>
    public EmittedCell(CSharpCompilation compilation, string name, bool withSymbols, CancellationToken cancellation)
    {
        Compilation = compilation;
        Name = name;
        Symbols = withSymbols ? new MemoryStream() : null;
        var emitted = compilation.Emit(Image, Symbols, options: Options.WithOutputNameOverride(name + ".dll"), cancellationToken: cancellation);
        Diagnostics = emitted.Diagnostics;
        Success = emitted.Success;
    }

    public CSharpCompilation Compilation { get; }

    public string Name { get; }

    public MemoryStream Image { get; } = new();

    /// <summary>Null if they were not asked for.</summary>
    public MemoryStream? Symbols { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>True if there is something to run.</summary>
    public bool Success { get; }

    public void Dispose()
    {
        Image.Dispose();
        Symbols?.Dispose();
    }
}
