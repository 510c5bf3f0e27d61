using System.Collections;

namespace Course;

/// <summary>English first names, girls' (4,951) then boys' (3,898), each list alphabetical. 419 names stand in both.</summary>
/// <remarks>Moby Word Lists, Ward 2002; public domain (PDDL, CC0).</remarks>
public sealed class FirstNames : IReadOnlyList<string>
{
    private readonly string[] _names;

    private FirstNames(string[] girls, string[] boys) => (Girls, Boys, _names) = (girls, boys, [.. girls, .. boys]);

    /// <summary>4,951 names, alphabetical.</summary>
    public IReadOnlyList<string> Girls { get; }

    /// <summary>3,898 names, alphabetical.</summary>
    public IReadOnlyList<string> Boys { get; }

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static FirstNames Load(DataStore store) =>
        new(Lines.Of(store.Read("names", "names/girls.txt"), "names/girls.txt"), Lines.Of(store.Read("names", "names/boys.txt"), "names/boys.txt"));
}
