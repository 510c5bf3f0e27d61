namespace Course;

/// <summary>Text files embedded in the library.</summary>
internal static class Resource
{
    /// <summary>The whole text of a resource.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name: a mistake in the library's build.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the library was built without its resource \"{name}\"");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
