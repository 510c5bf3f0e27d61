namespace Course;

/// <summary>A folder for an exercise to put files into, gone afterwards.</summary>
internal sealed class ExerciseFolder : IDisposable
{
    /// <summary>A PNG file of one red pixel.</summary>
    public static readonly byte[] Dot = PictureWriter.Encode(new Picture(1, 1, [255, 0, 0]), ".png");

    public string Path { get; } = Directory.CreateTempSubdirectory("course-exercise-").FullName;

    /// <param name="name">From this folder, with slashes.</param>
    /// <param name="content">The file's bytes.</param>
    public void Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
