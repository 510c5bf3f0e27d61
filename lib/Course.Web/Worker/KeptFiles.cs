using System.Runtime.Versioning;

namespace Course.Web.Worker;

/// <summary>Tells the page of files that cells wrote, so that they are there when the page is opened again. The virtual disk ends with the worker.</summary>
/// <param name="folders">Where cells write.</param>
/// <param name="leftOut">A folder among them whose files come from the site.</param>
[SupportedOSPlatform("browser")]
internal sealed class KeptFiles(IReadOnlyList<string> folders, string leftOut)
{
    private Dictionary<string, (long Bytes, DateTime Written)> _known = [];

    /// <summary>What is there now needs no telling.</summary>
    public void Start() => _known = Scan();

    /// <summary>Tells what has changed since the last time.</summary>
    public void Tell()
    {
        var now = Scan();
        foreach (var (path, _) in now.Where(file => !_known.TryGetValue(file.Key, out var before) || before != file.Value))
        {
            Page.KeepFile(path, File.ReadAllBytes(path));
        }

        foreach (var path in _known.Keys.Where(path => !now.ContainsKey(path)))
        {
            Page.ForgetFile(path);
        }

        _known = now;
    }

    private Dictionary<string, (long Bytes, DateTime Written)> Scan() => folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(path => !path.StartsWith(leftOut + "/", StringComparison.Ordinal))
        .Select(path => new FileInfo(path))
        .ToDictionary(file => file.FullName, file => (file.Length, file.LastWriteTimeUtc));
}
