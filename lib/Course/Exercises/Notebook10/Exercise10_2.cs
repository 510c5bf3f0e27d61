namespace Course;

/// <summary>The three files of a folder that harm.</summary>
internal sealed class Exercise10_2 : Exercise<Func<string, string[]>>
{
    private const int Pictures = 160;

    public override string Title => "three bad files";

    public override IReadOnlyList<string> Hints =>
    [
        "Each of the three shows in another place: `Picture.Load` throws a `DatasetException`, `Channels` is not 3, or the light of the picture is not that of its class.",
        "Keep the sound pictures with their `Colour` in a list. The middle colour of a class is the mean over its pictures; a file is in the wrong folder when the middle of another class is nearer than that of its own.",
        "`var means = sound.GroupBy(s => s.File.Class).ToDictionary(own => own.Key, own => …);` then, for each sound file, `means.MinBy(own => Far(own.Value, colour)).Key != file.Class`, where `Far` adds up the squared differences of red, green and blue.",
    ];

    protected override void Examine(Func<string, string[]> badFiles, Exam exam)
    {
        var digits = Data.Mnist().Train;
        foreach (var seed in (ReadOnlySpan<int>)[1, 2, 3])
        {
            using var folder = new ExerciseFolder();
            DigitPhotos.Write(folder.Path, digits.At(Enumerable.Range(seed * Pictures, Pictures)), Lamp.Own, seed);
            var bad = DigitPhotos.Spoil(folder.Path, seed);
            var channels = Picture.Load(Path.Combine(folder.Path, bad[1])).Channels;
            exam.That(
                $"folder {seed}, spoilt anew",
                () => new Found(badFiles(folder.Path), folder.Path),
                found => found.Names.SetEquals(bad) && found.Count == bad.Length,
                Text(bad),
                found => Cause(found, bad, channels));
        }
    }

    private static string? Cause(Found found, string[] bad, int channels) =>
        found.IsNull ? "Your code returned null."
        : found.HasPaths ? "Those are full paths; names as in `file.Name` are wanted."
        : !found.Names.Contains(bad[0]) ? $"`{bad[0]}` is cut off: `Picture.Load` throws a `DatasetException`, which you can catch."
        : !found.Names.Contains(bad[1]) ? $"`{bad[1]}` has {channels} channels, and the others have 3."
        : !found.Names.Contains(bad[2]) ? $"`{bad[2]}` is in the wrong folder: its light is that of another class."
        : found.Names.Count > bad.Length ? $"`{found.Names.First(name => !bad.Contains(name))}` is a sound file in its own folder."
        : found.Count > bad.Length ? "A name comes twice."
        : null;

    private static string Text(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private sealed class Found(string[]? names, string folder)
    {
        private const int MostShown = 6;

        public bool IsNull => names is null;

        public int Count => names?.Length ?? 0;

        public HashSet<string> Names { get; } = [.. names ?? []];

        public bool HasPaths => names?.Any(name => name is not null && Path.IsPathRooted(name)) == true;

        public override string ToString() => IsNull ? "null"
            : Count == 0 ? "no names"
            : Text(names!.Select(name => name ?? "null").Take(MostShown)).Replace(folder, "…", StringComparison.Ordinal) + (Count > MostShown ? $" and {Count - MostShown} more" : "");
    }
}
