using System.Text.Json;

namespace Course.Kernel.Export;

/// <summary>The parts of the course and what each notebook is for; the editorial side of the index page.</summary>
/// <param name="Title">Of the course.</param>
/// <param name="Subtitle">What one learns, in a sentence.</param>
/// <param name="Introduction">For the front page.</param>
/// <param name="Parts">In reading order.</param>
/// <param name="Repository">Where the course's source stands, an https address; null: nowhere yet, and pages offer only their own download.</param>
/// <param name="Open">Label → address of other places to open a notebook in, with {repository}, {repository-escaped} and {notebook}.</param>
internal sealed record CourseMap(
    string Title, string Subtitle, string Introduction, IReadOnlyList<CourseMap.Part> Parts, string? Repository, IReadOnlyDictionary<string, string> Open)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The map that is embedded as Site/course.json.</summary>
    public static CourseMap Load() => JsonSerializer.Deserialize<CourseMap>(SiteResources.Read("course.json"), CamelCase)!;

    /// <summary>Numbers of all notebooks, those to come included.</summary>
    public IReadOnlySet<string> Ids => Parts.SelectMany(part => part.Notebooks).Select(entry => entry.Id).ToHashSet();

    /// <summary>The part of a notebook, by its number; null for one that is not of the course.</summary>
    public Part? PartOf(string? id) => Parts.FirstOrDefault(part => part.Notebooks.Any(entry => entry.Id == id));

    /// <summary>A notebook by its number; null for one that the course does not plan.</summary>
    public Entry? Find(string id) => Parts.SelectMany(part => part.Notebooks).FirstOrDefault(entry => entry.Id == id);

    /// <summary>Where a notebook can be opened besides this page; empty without a repository.</summary>
    public IEnumerable<(string Label, string Url)> OpenIn(PageInfo page) => Repository is not { Length: > 0 } repository ? [] : Open.Select(place => (place.Key, place.Value
        .Replace("{repository}", repository, StringComparison.Ordinal)
        .Replace("{repository-escaped}", Uri.EscapeDataString(repository), StringComparison.Ordinal)
        .Replace("{notebook}", "notebooks/" + Uri.EscapeDataString(page.NotebookFile), StringComparison.Ordinal)));

    /// <summary>Notebooks that belong together.</summary>
    internal sealed record Part(string Title, string Goal, IReadOnlyList<Entry> Notebooks);

    /// <summary>A notebook of the course, whether it is there yet or not.</summary>
    /// <param name="Id">Two digits, with which its file name starts.</param>
    /// <param name="Title">Used where the notebook is not there; else its own heading counts.</param>
    /// <param name="Level">How hard it is: gentle, steady or steep.</param>
    /// <param name="Goal">One sentence.</param>
    internal sealed record Entry(string Id, string Title, string Level, string Goal);
}
