// Counts whatever lies there. // expect: All files are counted
(string[] classes, int[] counts) Index(string folder)
{
    string[] classes = [.. Directory.GetDirectories(folder)
        .Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
    return (classes,
        [.. classes.Select(name => Directory.GetFiles(Path.Combine(folder, name)).Length)]);
}
