// Takes .JPG for something else than .jpg. // expect: Endings in capitals are missing
(string[] classes, int[] counts) Index(string folder)
{
    string[] endings = [".png", ".jpg", ".jpeg"];
    string[] classes = [.. Directory.GetDirectories(folder)
        .Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
    return (classes, [.. classes.Select(name => Directory.GetFiles(Path.Combine(folder, name))
        .Count(f => endings.Contains(Path.GetExtension(f))))]);
}
