using Course.Kernel.Script;

namespace Course.Web.Session;

/// <summary>What can be named in the assemblies that do not come with the page; NameIndex in lib/Course.Cli writes it and says how.</summary>
internal sealed class LateIndex
{
    private readonly Dictionary<string, string[]> _needs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<LateName>> _names = [];

    /// <summary>Reads it.</summary>
    /// <param name="text">A line for each assembly and, after it, for each of its namespaces.</param>
    public LateIndex(string text)
    {
        var assembly = "";
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(' ');
            if (words[0].Length > 0)
            {
                assembly = words[0];
                _needs[assembly] = words[1..];
            }
            else if (words.Length > 1)
            {
                AddSpace(assembly, words[1], words[2..]);
            }
        }
    }

    /// <summary>Where a name is declared.</summary>
    public IReadOnlyList<LateName> Declaring(string name) => _names.GetValueOrDefault(name) ?? [];

    /// <summary>The late ones that an assembly's signatures refer to.</summary>
    public IReadOnlyList<string> Needs(string assembly) => _needs.GetValueOrDefault(assembly) ?? [];

    private void AddSpace(string assembly, string space, string[] names)
    {
        var late = new LateName(space.TrimStart('+'), assembly);
        foreach (var name in space.StartsWith('+') ? [.. names, late.Space + "."] : names)
        {
            if (!_names.TryGetValue(name, out var places))
            {
                _names[name] = places = [];
            }

            places.Add(late);
        }
    }
}
