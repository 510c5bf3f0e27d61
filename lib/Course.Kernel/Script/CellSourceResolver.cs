using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Finds files of <c>#load</c> from the notebook's folder; names of cells are no paths and stay as they are.</summary>
internal sealed class CellSourceResolver(string workingDirectory)
    : SourceFileResolver(ImmutableArray<string>.Empty, workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        path.StartsWith("cell ", StringComparison.Ordinal) ? path : base.NormalizePath(path, baseFilePath) ?? path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, Path.IsPathRooted(baseFilePath) ? baseFilePath : null);
}
