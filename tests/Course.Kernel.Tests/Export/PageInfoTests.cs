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
}
