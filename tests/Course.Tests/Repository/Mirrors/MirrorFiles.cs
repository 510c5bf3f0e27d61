namespace Course.Tests.Repository.Mirrors;

/// <summary>The *.Generated.cs of lib/Course.Torch, by their path there: as the marks say, and as they lie there.</summary>
internal static class MirrorFiles
{
    private static readonly string Library = Path.Combine(Checkout.Root, "lib", "Course.Torch");

    public static void Write(Dictionary<string, string> wanted, Dictionary<string, string> found)
    {
        foreach (var (name, text) in wanted)
        {
            File.WriteAllText(Path.Combine(Library, name), text);
        }

        foreach (var name in found.Keys.Except(wanted.Keys))
        {
            File.Delete(Path.Combine(Library, name));
        }
    }

    public static Dictionary<string, string> Wanted()
    {
        var files = new Dictionary<string, string>();
        foreach (var source in Sources().Where(file => !IsGenerated(file)))
        {
            var methods = Marked.In(source);
            var header = $"// Written from {Path.GetFileName(source)} by tests/Course.Tests/Repository/Mirrors: change it there.\n#nullable enable\n\n";
            if (TwinWriter.Write(header, methods) is { } twins)
            {
                files.Add(Named(Path.ChangeExtension(source, null)), twins);
            }

            foreach (var method in methods.Where(m => m.Has("Activation")))
            {
                files.Add(Named(Path.Combine(Library, "NN/Activations", method.Argument("Activation", 0)!)), ActivationWriter.Write(header, method));
            }

            foreach (var method in methods.Where(m => m.Has("LossModule")))
            {
                files.Add(Named(Path.Combine(Library, "NN/Losses", method.Argument("LossModule", 0)!)), LossWriter.Write(header, method));
            }
        }

        return files;
    }

    public static Dictionary<string, string> Found() =>
        Sources().Where(IsGenerated).ToDictionary(file => Path.GetRelativePath(Library, file).Replace('\\', '/'), File.ReadAllText);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(Library, file).Split('/', '\\')[0] is not ("bin" or "obj"));

    private static bool IsGenerated(string file) => file.EndsWith(".Generated.cs", StringComparison.Ordinal);

    private static string Named(string path) => Path.GetRelativePath(Library, path).Replace('\\', '/') + ".Generated.cs";
}
