using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;

namespace Course.Kernel.Script;

/// <summary>Reads files of XML documentation. In a class of its own: a browser's tab has none of them, and shall not load 1 MB of XML reader.</summary>
internal static class DocumentationFile
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, XElement>>> Files = new();

    /// <summary>What a file says of a member, as plain text; null if it has nothing of it.</summary>
    /// <param name="id">The member's, as the compiler writes it.</param>
    /// <param name="file">Path.</param>
    public static string? TextOf(string id, string file) => Find(id, file) is { } member ? Text(member) : null;

    private static XElement? Find(string id, string file) =>
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
