using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Course.Kernel.Script;

/// <summary>What the compiler made of one attempt at a cell.</summary>
internal sealed class EmittedCell : IDisposable
{
    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    public EmittedCell(CSharpCompilation compilation, bool withSymbols, CancellationToken cancellation)
    {
        Compilation = compilation;
        Symbols = withSymbols ? new MemoryStream() : null;
        var emitted = compilation.Emit(Image, Symbols, options: Options, cancellationToken: cancellation);
        Diagnostics = emitted.Diagnostics;
        Success = emitted.Success;
    }

    public CSharpCompilation Compilation { get; }

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
