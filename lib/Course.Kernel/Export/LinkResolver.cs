namespace Course.Kernel.Export;

/// <summary>Where a notebook's links lead once it is a page of the site, and which local files must come along.</summary>
/// <param name="baseFolder">Relative links start here.</param>
/// <param name="pages">Notebook file name → page file name, of everything exported.</param>
internal sealed class LinkResolver(string baseFolder, IReadOnlyDictionary<string, string> pages)
{
    private const long LargestFile = 8 << 20;

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Site path → source file, for each local file that a page links to.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The address on the site; null when the link leads nowhere there and is to be shown as plain text.</summary>
    public string? Link(string url)
    {
        if (url.StartsWith('#'))
        {
            return "#" + Slug.Of(Uri.UnescapeDataString(url[1..]));
        }

        return HasScheme(url, out var scheme)
            ? scheme is "http" or "https" or "mailto" ? url : null
            : LocalLink(url);
    }

    /// <summary>The address of a picture on the site; null for one that would be fetched from elsewhere or is not there.</summary>
    public string? Image(string url) =>
        HasScheme(url, out _)
            ? url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? url : null
            : AddFile(url.Split('#', '?')[0]);

    private static bool HasScheme(string url, out string scheme)
    {
        // "//host/path" has a host and no scheme; it leads off the machine just the same.
        var end = url.AsSpan().IndexOfAny(":/?#");
        scheme = url.StartsWith("//", StringComparison.Ordinal) ? "network" : end > 0 && url[end] == ':' ? url[..end].Trim().ToLowerInvariant() : "";
        return scheme.Length > 0;
    }

    private string? LocalLink(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var fragment = hash < 0 ? "" : "#" + Slug.Of(Uri.UnescapeDataString(url[(hash + 1)..]));
        if (path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            return pages.TryGetValue(Path.GetFileName(Uri.UnescapeDataString(path)), out var page) ? page + fragment : null;
        }

        return AddFile(path);
    }

    private string? AddFile(string url)
    {
        var relative = Uri.UnescapeDataString(url);
        if (relative.Contains('\0', StringComparison.Ordinal))
        {
            return null; // no file has such a name
        }

        var file = Path.GetFullPath(Path.Combine(baseFolder, relative));
        var root = Path.GetDirectoryName(Path.GetFullPath(baseFolder)) ?? baseFolder;
        var inRoot = Path.GetRelativePath(root, file);

        // Only files of the project around the notebooks: a link to ../../.ssh/config must not publish it.
        if (Path.IsPathRooted(relative) || inRoot.StartsWith("..", StringComparison.Ordinal) || HasHiddenPart(inRoot)
            || new FileInfo(file) is not { Exists: true, LinkTarget: null, Length: <= LargestFile })
        {
            return null;
        }

        var target = "files/" + inRoot.Replace('\\', '/');
        _files[target] = file;
        return string.Join('/', target.Split('/').Select(Uri.EscapeDataString));
    }

    private static bool HasHiddenPart(string path) => path.Split('/', '\\').Any(part => part.StartsWith('.'));
}
