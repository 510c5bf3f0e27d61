using System.Collections.Concurrent;

namespace Course.Kernel.Script;

/// <summary>The text of every cell and file that ran, so that an error can quote the learner's line.</summary>
internal sealed class SourceLines
{
    private readonly ConcurrentDictionary<string, string> _texts = new();

    public void Add(string path, string text) => _texts[path] = text;

    /// <summary>A 1-based line, its tabs as single spaces; empty when unknown.</summary>
    public string Line(string path, int number)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            text = File.Exists(path) ? File.ReadAllText(path) : "";
            _texts[path] = text;
        }

        return text.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd().Replace('\t', ' ') ?? "";
    }

    /// <summary>How a path is shown: files by name, cells as they are.</summary>
    public static string Show(string path) => Path.IsPathRooted(path) ? Path.GetFileName(path) : path;
}
