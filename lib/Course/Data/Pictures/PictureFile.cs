namespace Course;

/// <summary>A picture in a class folder, by name only.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Name">From the outer folder, with slashes: "three/IMG 0007.JPG".</param>
/// <param name="Class">The name of its class folder.</param>
/// <param name="Label">The place of its class among all, from 0.</param>
public sealed record PictureFile(string Path, string Name, string Class, int Label)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
