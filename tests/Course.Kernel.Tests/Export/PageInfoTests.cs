using System.Text.Json.Nodes;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Export;

public sealed class PageInfoTests
{
    [Theory]
    [InlineData("*Needs notebooks 08 and 15. Two hours; every cell together runs in 24 s (fast tier; laptop 2 minutes, full 6).*", 120)]
    [InlineData("*Nothing to know beforehand but some C#. 40 minutes; every cell together runs in 3 s.*", 40)]
    [InlineData("*25 minutes.*", 25)]
    [InlineData("Runs in 2 minutes.", null)]
    [InlineData("Nothing.", null)]
    public void Minutes_OfTheOpening_AreTheLearners(string opening, int? minutes)
    {
        var notebook = new NotebookDocument { Path = "/nowhere/01-a.ipynb" };
        notebook.Cells.Add(new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# 01 \u00b7 A\n\n" + opening });
        Assert.Equal(minutes, PageInfo.Of(notebook).Minutes);
    }

    [Fact]
    public void Opening_OfANotebook_SaysWhatItNeedsAndTeaches()
    {
        var notebook = new NotebookDocument { Path = "/nowhere/12-a.ipynb" };
        notebook.Cells.Add(new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# 12 · A\n\nWhen you finish you can\n- plan a *rate*;\n- call `step()` twice.\n\n*Needs notebooks 03 and 08. 135 minutes; more in notebook 19.*" });
        var page = PageInfo.Of(notebook);
        Assert.Equal(["03", "08"], page.Needs);
        Assert.Equal(["plan a rate", "call step() twice"], page.Skills);
    }

    [Fact]
    public void Exercises_ThatAreRight_AreCounted()
    {
        var notebook = new NotebookDocument { Path = "/nowhere/01-a.ipynb" };
        notebook.Cells.Add(Exercise("01-1", "right"));
        notebook.Cells.Add(Exercise("01-2", "wrong"));
        var page = PageInfo.Of(notebook);
        Assert.Equal(["01-1", "01-2"], page.Exercises.Order());
        Assert.Equal("1 of 2 \u2713", page.Progress);
    }

    private static NotebookCell Exercise(string id, string verdict)
    {
        var cell = new NotebookCell { Id = "exercise-" + id, Kind = CellKind.Code, Source = "" };
        cell.Outputs.Add(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = $"<div role=\"group\" aria-label=\"{verdict}: Exercise {id} · a\"></div>" } });
        return cell;
    }
}
