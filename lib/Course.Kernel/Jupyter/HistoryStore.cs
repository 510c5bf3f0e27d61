using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Jupyter;

/// <summary>
/// Keeps what was typed over restarts: a file for each session, in which each line is one cell. A session creates its file
/// and alone writes to it, so any number of kernels may run at once; a last line that is cut short is not read.
/// Where the folder cannot be written nothing is kept, and nobody is bothered.
/// </summary>
internal sealed class HistoryStore(string folder)
{
    private const int KeptSessions = 50;
    private const int LargestFile = 256 * 1024;
    private const string Suffix = ".jsonl";

    private string? _file;
    private bool _isGivenUp = !Path.IsPathRooted(folder); // without a home the path starts nowhere

    /// <summary>The number of this session: one more than the largest there is. It is taken when the first cell is kept.</summary>
    public int Session { get; private set; }

    /// <summary>Appends a cell to this session's file.</summary>
    public void Add(int line, string code)
    {
        try
        {
            if (_isGivenUp)
            {
                return;
            }

            _file ??= Create();
            var text = Encoding.UTF8.GetBytes(new JsonArray(line, code).ToJsonString() + "\n");
            using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (file.Length + text.Length <= LargestFile)
            {
                file.Write(text); // in one piece
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _isGivenUp = true;
        }
    }

    /// <summary>The cells of all sessions but this one, the oldest first.</summary>
    public IReadOnlyList<HistoryCell> ReadOthers()
    {
        var cells = new List<HistoryCell>();
        foreach (var (number, path) in Files().Where(file => _file is null || file.Number != Session))
        {
            try
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(stream);
                cells.AddRange(reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => Parse(number, line)).OfType<HistoryCell>());
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Gone, or not ours to read.
            }
        }

        return cells;
    }

    private string Create()
    {
        Directory.CreateDirectory(folder);
        var others = Files();
        foreach (var (_, path) in others.SkipLast(KeptSessions - 1))
        {
            File.Delete(path);
        }

        for (var number = others.Count > 0 ? others[^1].Number + 1 : 1; ; number++)
        {
            var path = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture) + Suffix);
            if (File.Exists(path))
            {
                continue; // another kernel was faster
            }

            try
            {
                new FileStream(path, FileMode.CreateNew).Dispose();
                Session = number;
                return path;
            }
            catch (IOException) when (File.Exists(path))
            {
                // Faster by a hair.
            }
        }
    }

    private List<(int Number, string Path)> Files() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Suffix)
            .Select(path => (Number: int.TryParse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture, out var number) ? number : 0, Path: path))
            .Where(file => file.Number > 0)
            .OrderBy(file => file.Number)];

    private static HistoryCell? Parse(int session, string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonArray { Count: 2 } cell
                ? new HistoryCell(session, (int?)cell[0] ?? 0, (string?)cell[1] ?? "")
                : null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
