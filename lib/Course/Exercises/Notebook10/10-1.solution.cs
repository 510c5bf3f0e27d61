(string[] classes, int[] counts) Index(string folder)
{
    string[] endings = [".png", ".jpg", ".jpeg"];
    string[] classes = [.. Directory.GetDirectories(folder)
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
    int Pictures(string name) => Directory.GetFiles(Path.Combine(folder, name))
        .Count(file => endings.Contains(Path.GetExtension(file).ToLowerInvariant()));
    return (classes, [.. classes.Select(Pictures)]);
}
