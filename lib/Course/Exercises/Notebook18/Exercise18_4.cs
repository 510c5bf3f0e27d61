using System.IO.Compression;

namespace Course;

using BytesAnswer = Func<Action<string>, (long Plain, long Zipped)>;

/// <summary>True file bytes: write it, count it, zip it, count again, leave no litter.</summary>
internal sealed class Exercise18_4 : Exercise<BytesAnswer>
{
    public override string Title => "what the disk says";

    public override IReadOnlyList<string> Hints =>
    [
        "Five things, in this order: a path, `save(path)`, read the file, delete it, press its bytes together. The lengths of the two are the answer.",
        "`System.IO.Path.GetTempFileName()` gives a path, `System.IO.File.ReadAllBytes(path)` the content. A `System.IO.Compression.GZipStream` around a `MemoryStream` writes its last bytes when it is *disposed*: ask for the length after that, and open it with `leaveOpen: true`.",
        "`using (var zip = new System.IO.Compression.GZipStream(memory, System.IO.Compression.CompressionMode.Compress, leaveOpen: true)) zip.Write(content);` and behind its end `return (content.Length, memory.Length);`",
    ];

    protected override void Examine(BytesAnswer bytes, Exam exam)
    {
        var random = new Random(18);
        var noise = new byte[5000];
        random.NextBytes(noise);
        Try("12 bytes", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Try("10,000 zeros", new byte[10_000]);
        Try("5,000 bytes of noise", noise);
        Try("2,000 floats, nine of ten of them 0", [.. Enumerable.Range(0, 2000).SelectMany(i => BitConverter.GetBytes(i % 10 == 0 ? random.NextSingle() : 0f))]);
        Try("an empty file", []);
        Try("200,000 bytes that repeat", [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i % 251 % 7))]);

        void Try(string name, byte[] content)
        {
            var paths = new List<string>();
            var came = new Lazy<(long Plain, long Zipped)>(() => bytes(path => Save(path, content, paths)));
            exam.Equal($"{name}: bytes in the file", () => came.Value.Plain, (long)content.Length, PlainSlips(content));
            exam.Equal($"{name}: bytes through gzip", () => came.Value.Zipped, Zipped(content, CompressionLevel.Optimal), ZippedSlips(content));
            exam.That($"{name}: how often it was saved", () => paths.Count, count => count == 1, "1", count => count == 0 ? "Call `save(path)`: it writes the file." : "Once is enough: read what the first call wrote.");
            exam.That($"{name}: files left behind", () => paths.Count(File.Exists), left => left == 0, "0", _ => "Delete the file when you have read it: `System.IO.File.Delete(path)`.");
            paths.ForEach(File.Delete);
        }
    }

    private static void Save(string path, byte[] content, List<string> paths)
    {
        paths.Add(path);
        File.WriteAllBytes(path, content);
    }

    private static long Zipped(byte[] content, CompressionLevel level)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, level, leaveOpen: true))
        {
            zip.Write(content);
        }

        return memory.Length;
    }

    private static long Unfinished(byte[] content)
    {
        using var memory = new MemoryStream();
        using var zip = new GZipStream(memory, CompressionMode.Compress, leaveOpen: true);
        zip.Write(content);
        return memory.Length;
    }

    private static Suspect[] PlainSlips(byte[] content) =>
    [
        new(8L * content.Length, "That is bits: a byte has eight."),
        new(Zipped(content, CompressionLevel.Optimal), "The two are swapped: first the file as it is, then through gzip."),
        new(0L, "The file was asked before it was written, or after it was deleted."),
    ];

    private static Suspect[] ZippedSlips(byte[] content) =>
    [
        new(Unfinished(content), "The `GZipStream` has not written its last bytes yet: it does so when it is disposed. Ask for the length behind the end of its `using`."),
        new((long)content.Length, "Nothing has been pressed together: that is the file as it is."),
        new(Zipped(content, CompressionLevel.Fastest), "That is gzip at its fastest: leave the level as it comes, `CompressionMode.Compress`."),
        new(Zipped(content, CompressionLevel.SmallestSize), "That is gzip at its hardest: leave the level as it comes, `CompressionMode.Compress`."),
        new(Zipped(content, CompressionLevel.NoCompression), "That is gzip without compression: leave the level as it comes, `CompressionMode.Compress`."),
    ];
}
