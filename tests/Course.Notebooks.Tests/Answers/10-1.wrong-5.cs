// Forgets that JPEG has two endings. // expect: Files that end in .jpeg are missing
(string[] classes, int[] counts) Index(string folder)
{
    string[] classes = [.. Directory.GetDirectories(folder)
        .Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
    return (classes, [.. classes.Select(name => Directory.GetFiles(Path.Combine(folder, name))
        .Count(f => Path.GetExtension(f).ToLower() is ".png" or ".jpg"))]);
}
