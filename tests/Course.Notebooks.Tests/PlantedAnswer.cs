namespace Course.Notebooks.Tests;

/// <summary>An answer that a check has to judge as its file's name says.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Code">What replaces the stub.</param>
/// <param name="Expected">Words that the card has to contain; null when the file asks for none.</param>
internal sealed record PlantedAnswer(string Name, string Code, string? Expected)
{
    private const string ExpectMark = "// expect: ";

    public static PlantedAnswer Load(string path)
    {
        var code = File.ReadAllText(path).Trim();
        var expected = code.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line.IndexOf(ExpectMark, StringComparison.Ordinal) is var at and >= 0 ? line[(at + ExpectMark.Length)..].Trim() : null)
            .FirstOrDefault(text => text is not null);
        return new PlantedAnswer(Path.GetFileName(path), code, expected);
    }
}
