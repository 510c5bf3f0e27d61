namespace Course;

/// <summary>A picture that could not be read.</summary>
/// <param name="Name">From the outer folder, with slashes.</param>
/// <param name="Why">The rest of a sentence that begins with the name.</param>
public sealed record SkippedFile(string Name, string Why);
