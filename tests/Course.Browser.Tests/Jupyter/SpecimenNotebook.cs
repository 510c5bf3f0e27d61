using System.Text.Json.Nodes;
using Course.Browser.Tests.Charts;
using Course.Kernel.Notebooks;
using Course.Tests.Charts;

namespace Course.Browser.Tests.Jupyter;

/// <summary>A notebook whose saved outputs are one chart of every kind.</summary>
internal static class SpecimenNotebook
{
    /// <summary>How many charts it has.</summary>
    public static int Charts => Specimens.All.Count;

    /// <summary>Writes it and returns its name.</summary>
    public static string Write(string folder)
    {
        var kernel = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" };
        var notebook = new NotebookDocument { Path = Path.Combine(folder, "charts.ipynb"), Metadata = new JsonObject { ["kernelspec"] = kernel } };
        notebook.Cells.Add(new NotebookCell { Id = "title", Kind = CellKind.Markdown, Source = "# Charts" });
        notebook.Cells.Add(Shown("set-up", Course.Notebook.Open("00").ToHtml()));
        foreach (var (index, kind) in Specimens.All.Keys.Index())
        {
            notebook.Cells.Add(Shown($"chart-{index}", ChartPages.Html(kind)));
        }

        File.WriteAllText(notebook.Path, notebook.ToJson());
        return Path.GetFileName(notebook.Path);
    }

    private static NotebookCell Shown(string id, string html)
    {
        var cell = new NotebookCell { Id = id, Kind = CellKind.Code, Source = $"// {id}", ExecutionCount = 1 };
        cell.Outputs.Add(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/html"] = html } });
        return cell;
    }
}
