using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Course.Kernel.Script;

/// <summary>Finds files of <c>#load</c> from the notebook's folder; names of cells are no paths and stay as they are.</summary>
/// <param name="workingDirectory">The notebook's folder.</param>
/// <param name="change">What is compiled in place of a file's text.</param>
internal sealed class CellSourceResolver(string workingDirectory, Func<string, string> change)
    : SourceFileResolver(ImmutableArray<string>.Empty, workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        path.StartsWith("cell ", StringComparison.Ordinal) ? path : base.NormalizePath(path, baseFilePath) ?? path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, Path.IsPathRooted(baseFilePath) ? baseFilePath : null);

    public override SourceText ReadText(string resolvedPath)
    {
        var text = base.ReadText(resolvedPath).ToString();
        NestingException.ThrowIfTooDeep(text);
        return SourceText.From(change(text), Encoding.UTF8);
    }

    // Each session changes texts in its own way, so that no two resolvers are alike.
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
