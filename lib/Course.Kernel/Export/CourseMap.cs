using System.Text.Json;

namespace Course.Kernel.Export;

/// <summary>The parts of the course and what each notebook is for; the editorial side of the index page.</summary>
internal sealed record CourseMap(string Title, string Subtitle, string Introduction, IReadOnlyList<CourseMap.Part> Parts)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The map that is embedded as Site/course.json.</summary>
    public static CourseMap Load() => JsonSerializer.Deserialize<CourseMap>(SiteResources.Read("course.json"), CamelCase)!;

    /// <summary>The part of a notebook, by its number; null for one that is not of the course.</summary>
    public Part? PartOf(string? id) => Parts.FirstOrDefault(part => part.Notebooks.Any(entry => entry.Id == id));

    /// <summary>A notebook by its number; null for one that the course does not plan.</summary>
    public Entry? Find(string id) => Parts.SelectMany(part => part.Notebooks).FirstOrDefault(entry => entry.Id == id);

    /// <summary>Notebooks that belong together.</summary>
    internal sealed record Part(string Title, string Goal, IReadOnlyList<Entry> Notebooks);

    /// <summary>A notebook of the course, whether it is there yet or not.</summary>
    /// <param name="Id">Two digits, with which its file name starts.</param>
    /// <param name="Title">Used where the notebook is not there; else its own heading counts.</param>
    /// <param name="Goal">One sentence.</param>
    internal sealed record Entry(string Id, string Title, string Goal);
}
