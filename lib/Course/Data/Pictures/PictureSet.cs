namespace Course;

/// <summary>Pictures as numbers, with their labels.</summary>
public sealed class PictureSet
{
    internal PictureSet(IReadOnlyList<string> classes, IReadOnlyList<PictureFile> files, float[][] values, IReadOnlyList<SkippedFile> skipped) =>
        (Classes, Files, Values, Skipped) = (classes, files, values, skipped);

    /// <summary>Names of the classes; a label is a place in this list.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>(N) the file of each picture.</summary>
    public IReadOnlyList<PictureFile> Files { get; }

    /// <summary>(N) what was made of each picture.</summary>
    public float[][] Values { get; }

    /// <summary>Files that could not be read, and why.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; }

    /// <summary>How many pictures.</summary>
    public int Count => Values.Length;

    /// <summary>(N) the class of each picture.</summary>
    public int[] Labels => [.. Files.Select(file => file.Label)];

    /// <summary>(N · …) all pictures one after the other: the flat form that a tensor takes.</summary>
    public float[] ToFloats() => [.. Values.SelectMany(values => values)];

    /// <summary>The pictures at these places, in this order: what <see cref="Split"/> and <see cref="Batches"/> give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such place.</exception>
    public PictureSet At(IEnumerable<int> indices)
    {
        int[] places = [.. indices];
        foreach (var wrong in places.Where(i => i < 0 || i >= Count))
        {
            throw new ArgumentOutOfRangeException(nameof(indices), $"picture {wrong} of {Count}: the first is 0, the last {Count - 1}");
        }

        return new(Classes, [.. places.Select(i => Files[i])], [.. places.Select(i => Values[i])], Skipped);
    }

    /// <summary>Says how many pictures and classes, and how many files were skipped.</summary>
    public override string ToString() => $"{Numbers.Text((long)Count)} pictures in {Numbers.Text((long)Classes.Count)} classes, {Numbers.Text((long)Skipped.Count)} {(Skipped.Count == 1 ? "file" : "files")} skipped";
}
