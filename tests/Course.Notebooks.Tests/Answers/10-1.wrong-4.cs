// Whole paths for classes. // expect: Those are full paths
(string[] classes, int[] counts) Index(string folder)
{
    string[] classes = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
    return (classes, [.. classes.Select(name => Directory.GetFiles(name).Length)]);
}
