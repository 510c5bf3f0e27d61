using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Reads summaries, parameters and results from XML documentation: beside a library, or of the SDK for the framework.</summary>
internal static class Documentation
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, XElement>>> Files = new();
    private static readonly Lazy<IReadOnlyList<string>> SdkFiles = new(FindSdkFiles);

    /// <summary>The documentation as plain text; empty where there is none.</summary>
    public static string Of(ISymbol symbol)
    {
        var definition = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
        return definition.GetDocumentationCommentId() is { } id && CandidateFiles(definition).Select(file => Find(file, id)).FirstOrDefault(found => found is not null) is { } member
            ? Text(member)
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

    private static XElement? Find(string file, string id) =>
        Files.GetOrAdd(file, path => new Lazy<Dictionary<string, XElement>>(() => Load(path))).Value.GetValueOrDefault(id);

    private static Dictionary<string, XElement> Load(string path)
    {
        try
        {
            return XDocument.Load(path).Descendants("member")
                .Where(member => member.Attribute("name") is not null)
                .DistinctBy(member => member.Attribute("name")!.Value)
                .ToDictionary(member => member.Attribute("name")!.Value);
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException)
        {
            return [];
        }
    }

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

    private static string Text(XElement member)
    {
        var lines = new List<string> { Flat(member.Element("summary")) };
        lines.AddRange(member.Elements("param").Select(parameter => $"  {parameter.Attribute("name")?.Value}: {Flat(parameter)}"));
        if (Flat(member.Element("returns")) is { Length: > 0 } result)
        {
            lines.Add("Returns: " + result);
        }

        return string.Join('\n', lines.Where(line => line.Trim().Length > 0));
    }

    private static string Flat(XElement? element) =>
        element is null ? "" : string.Join(' ', string.Concat(element.DescendantNodes().Select(Word)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Word(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.Attributes().FirstOrDefault()?.Value.Split('.')[^1].Split('(')[0].Split(':')[^1] ?? "",
        _ => "",
    };
}
