using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Cli.Tests;

/// <summary>A folder for one test, with notebooks in it.</summary>
internal sealed class Scratch : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("course-test-").FullName;

    internal string Out => Path.Combine(Folder, "out");

    internal RunReport Report => RunReport.Read(Path.Combine(Out, "report.json"));

    internal string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a notebook of code cells with the ids c1, c2, ….</summary>
    internal string Notebook(string name, params string[] code)
    {
        var notebook = new NotebookDocument { Path = At(name + ".ipynb") };
        foreach (var (index, source) in code.Index())
        {
            notebook.Cells.Add(new NotebookCell { Id = $"c{index + 1}", Kind = CellKind.Code, Source = source });
        }

        File.WriteAllText(notebook.Path, notebook.ToJson());
        return notebook.Path;
    }

    internal NotebookDocument Executed(string name) => NotebookDocument.Load(Path.Combine(Out, "notebooks", name + ".ipynb"));

    /// <summary>All that a cell of an executed notebook said: stream texts, plain results, error names and messages.</summary>
    internal string Said(string name, int cell) => string.Join('\n', Executed(name).Cells[cell].Outputs.Select(output =>
        (string?)output["text"] ?? (string?)output["data"]?["text/plain"] ?? $"{output["ename"]}: {output["evalue"]}"));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
