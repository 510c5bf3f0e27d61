using System.Text.Json.Nodes;

namespace Course.Kernel.Packages;

/// <summary>Reads project.assets.json, in which the SDK writes what a restore gave.</summary>
internal static class RestoredAssets
{
    /// <summary>The files; null if there is no such result or a file of it has gone.</summary>
    public static PackageFiles? TryRead(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var folders = root["packageFolders"]!.AsObject().Select(pair => pair.Key).ToList();
        // The last target is the one for this platform: it has the native files.
        var target = root["targets"]!.AsObject().Last().Value!.AsObject();
        var references = new List<string>();
        var assemblies = new List<string>();
        var native = new List<string>();
        var extensions = new List<string>();
        foreach (var (name, package) in target)
        {
            var relative = (string?)root["libraries"]?[name]?["path"];
            var folder = folders.Select(parent => Path.Combine(parent, relative ?? "")).FirstOrDefault(Directory.Exists);
            if (relative is null || folder is null)
            {
                return null;
            }

            references.AddRange(Files(package!["compile"], folder).Where(IsAssembly));
            assemblies.AddRange(Files(package["runtime"], folder).Where(IsAssembly));
            native.AddRange(Files(package["native"], folder));
            extensions.AddRange(PackageFiles.ExtensionsIn(folder));
        }

        return PackageFiles.OfPackage(references, assemblies, native) with { Extensions = extensions };
    }

    private static IEnumerable<string> Files(JsonNode? assets, string folder) =>
        (assets?.AsObject() ?? []).Select(pair => Path.GetFullPath(pair.Key, folder)).Where(File.Exists);

    private static bool IsAssembly(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
