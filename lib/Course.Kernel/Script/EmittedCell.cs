using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Course.Kernel.Script;

/// <summary>What the compiler made of one attempt at a cell.</summary>
internal sealed class EmittedCell : IDisposable
{
    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    public EmittedCell(CSharpCompilation compilation, CancellationToken cancellation)
    {
        Compilation = compilation;
        var emitted = compilation.Emit(Image, Symbols, options: Options, cancellationToken: cancellation);
        Diagnostics = emitted.Diagnostics;
        Success = emitted.Success;
    }

    public CSharpCompilation Compilation { get; }

    public MemoryStream Image { get; } = new();

    public MemoryStream Symbols { get; } = new();

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>True if there is something to run.</summary>
    public bool Success { get; }

    public void Dispose()
    {
        Image.Dispose();
        Symbols.Dispose();
    }
}
