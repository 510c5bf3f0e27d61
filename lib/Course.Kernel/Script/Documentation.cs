using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Finds summaries, parameters and results in XML documentation: beside a library, or of the SDK for the framework.</summary>
internal static class Documentation
{
    private static readonly Lazy<IReadOnlyList<string>> SdkFiles = new(FindSdkFiles);

    /// <summary>The documentation as plain text; empty where there is none.</summary>
    public static string Of(ISymbol symbol)
    {
        var definition = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        return definition.GetDocumentationCommentId() is { } id
            ? CandidateFiles(definition).Select(file => DocumentationFile.TextOf(id, file)).FirstOrDefault(found => found is not null) ?? ""
            : "";
    }

    private static IEnumerable<string> CandidateFiles(ISymbol symbol)
    {
        var name = symbol.ContainingAssembly?.Name ?? "";
        if (FrameworkReferences.Paths.ContainsKey(name))
        {
            // The SDK documents by reference assembly, and these divide types otherwise than the framework does.
            var space = symbol.ContainingNamespace?.ToDisplayString() ?? "";
            return SdkFiles.Value.Where(file => Path.GetFileNameWithoutExtension(file) is var part
                && (part == "System.Runtime" || part == name || space.StartsWith(part, StringComparison.Ordinal) || part.StartsWith(space, StringComparison.Ordinal)));
        }

        var beside = Path.ChangeExtension(LibraryPaths.GetValueOrDefault(name) ?? "", ".xml");
        return File.Exists(beside) ? [beside] : [];
    }

    /// <summary>Simple assembly name → file, of the libraries that sessions use.</summary>
    public static ConcurrentDictionary<string, string> LibraryPaths { get; } = new(StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> FindSdkFiles()
    {
        if (typeof(object).Assembly.Location.Length == 0)
        {
            return []; // a browser's tab has no SDK
        }

        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return Directory.Exists(root)
            ? [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal).TakeLast(1).SelectMany(version => Directory.GetFiles(version, "*.xml", SearchOption.AllDirectories))]
            : [];
    }
}
