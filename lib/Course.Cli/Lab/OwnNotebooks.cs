using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Kernel;
using Course.Kernel.Notebooks;

namespace Course.Cli.Lab;

/// <summary>The learner's own copies of the course's notebooks: what is typed and shown there never touches the course's files.</summary>
/// <param name="course">The course's notebooks.</param>
/// <param name="own">The learner's folder; made if it is not there.</param>
internal sealed class OwnNotebooks(string course, string own)
{
    // Name → fingerprint of the text that was copied, so that an update can tell a learner's change from the course's.
    private const string Ledger = ".course.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Copies what is missing, brings copies up to date that the learner has not changed, and leaves the others alone.</summary>
    /// <returns>Copies with the learner's changes of which the course has a newer version.</returns>
    internal IReadOnlyList<string> Update()
    {
        Directory.CreateDirectory(own);
        var copied = Read();
        var kept = new List<string>();
        foreach (var source in Directory.EnumerateFiles(course, "*.ipynb").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(source);
            if (Load(source) is not { } notebook)
            {
                continue; // not a notebook at the moment: nobody can open it
            }

            if (Bring(notebook, Path.Combine(own, name), (string?)copied[name]))
            {
                copied[name] = Fingerprint(notebook);
            }
            else
            {
                kept.Add(name);
            }
        }

        AtomicFile.WriteAllText(Path.Combine(own, Ledger), copied.ToJsonString(Readable) + "\n");
        return kept;
    }

    /// <returns>False if the course's version is newer and the copy was changed.</returns>
    private static bool Bring(NotebookDocument notebook, string copy, string? copied)
    {
        if (!File.Exists(copy))
        {
            File.Copy(notebook.Path, copy);
            return true;
        }

        var (text, mine) = (Fingerprint(notebook), Load(copy));
        var here = mine is null ? null : Fingerprint(mine);
        if (here == text)
        {
            return true;
        }

        if (here is null || here != copied)
        {
            return copied == text; // changed; and if the course's has not, there is nothing to say
        }

        Merge(notebook, mine!, copy);
        return true;
    }

    // Cells that stayed the same keep what they showed.
    private static void Merge(NotebookDocument newer, NotebookDocument mine, string copy)
    {
        var shown = mine.Cells.Where(cell => cell.Outputs.Count > 0).ToDictionary(cell => (cell.Id, cell.Source));
        foreach (var cell in newer.Cells)
        {
            if (shown.TryGetValue((cell.Id, cell.Source), out var same))
            {
                cell.ExecutionCount = same.ExecutionCount;
                foreach (var output in same.Outputs)
                {
                    cell.Outputs.Add((JsonObject)output.DeepClone());
                }
            }
        }

        AtomicFile.WriteAllText(copy, newer.ToJson());
    }

    // Of what a learner types: running a cell, saving, another program's metadata change nothing of it.
    private static string Fingerprint(NotebookDocument notebook) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(notebook.Cells.Select(cell => $"{cell.Kind}\n{cell.Source.TrimEnd()}\n\0")))));

    private static NotebookDocument? Load(string file)
    {
        try
        {
            return NotebookDocument.Load(file);
        }
        catch (NotebookFormatException)
        {
            return null; // the learner's, whatever it is
        }
    }

    private JsonObject Read()
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(own, Ledger))) as JsonObject ?? [];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return [];
        }
    }
}
