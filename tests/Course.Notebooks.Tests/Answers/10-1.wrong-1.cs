// In the order of the disk. // expect: order in which this disk has them
(string[] classes, int[] counts) Index(string folder)
{
    string[] endings = [".png", ".jpg", ".jpeg"];
    string[] classes = [.. Directory.GetDirectories(folder).Select(p => Path.GetFileName(p))];
    return (classes, [.. classes.Select(name => Directory.GetFiles(Path.Combine(folder, name))
        .Count(f => endings.Contains(Path.GetExtension(f).ToLowerInvariant())))]);
}
