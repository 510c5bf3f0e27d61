using Course.Kernel.Session;
using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Directives;

/// <summary>Directives but those that bring libraries.</summary>
public sealed class DirectiveTests : SessionTest
{
    [Fact]
    public void Load_StartsFromTheNotebooksFolder_AndNests()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "parts"));
        Write("parts/outer.csx", "#load \"inner.csx\"\nint Outer() => Inner() * 2;");
        Write("parts/inner.csx", "int Inner() => 21;");

        Assert.Equal("42", Value("#load \"parts/outer.csx\"\nOuter()"));
        Assert.Equal("21", Value("Inner()"));
    }

    [Fact]
    public void Load_WithAnError_NamesTheFile()
    {
        Write("bad.csx", "int x = 1;\nint y = missing;");
        var error = Fail("#load \"bad.csx\"", CellStatus.CompilationFailed);

        Assert.StartsWith("bad.csx, line 2, column 9", error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal("    int y = missing;", error.Traceback[1]);
    }

    [Fact]
    public void Import_OfAFile_RunsItAndTheRestOfTheCell()
    {
        Write("helpers.cs", "using System.IO;\nint Twice(int x) => 2 * x;");

        Assert.Equal("8", Value("#!import helpers.cs\nTwice(4)"));
        Assert.Equal("True", Value("Path.Combine(\"a\", \"b\").Length == 3"));
    }

    [Fact]
    public void Import_InMidCell_KeepsTheOrder()
    {
        Write("middle.csx", "Console.Write(\"middle \");");

        Assert.Equal("before middle after", Run("Console.Write(\"before \");\n#!import middle.csx\nConsole.Write(\"after\");").Output);
    }

    [Fact]
    public void Import_OfANotebook_RunsItsCodeCells()
    {
        Write("other.ipynb", """
            {"cells":[
             {"cell_type":"markdown","id":"a","metadata":{},"source":["# Title"]},
             {"cell_type":"code","execution_count":null,"id":"b","metadata":{},"outputs":[],"source":["var five = 5;"]},
             {"cell_type":"code","execution_count":null,"id":"c","metadata":{},"outputs":[],"source":["var six = five + 1;"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);

        Assert.Equal("6", Value("#!import other.ipynb\nsix"));
    }

    [Fact]
    public void Import_OfANotebook_ShowsItsCellsOfOtherLanguages()
    {
        Write("other.ipynb", """
            {"cells":[
             {"cell_type":"code","execution_count":null,"id":"b","metadata":{"polyglot_notebook":{"kernelName":"mermaid"}},"outputs":[],"source":["a-->b"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);

        Assert.Equal("<pre class=\"mermaid\">a--&gt;b</pre>", Run("#!import other.ipynb").Displays.Single().Data.Data["text/html"]);
    }

    [Theory]
    [InlineData("#!import gone.cs", "There is no file")]
    [InlineData("#!import", "needs a file")]
    [InlineData("#!import notes.txt", "not .txt")]
    [InlineData("#!import self.csx", "imports itself")]
    [InlineData("#i \"feed\"", "package source")]
    [InlineData("#r \"nuget:\"", "no name")]
    public void Directive_ThatCannotBeObeyed_SaysWhy(string code, string reason)
    {
        Write("notes.txt", "");
        Write("self.csx", "#!import self.csx");

        Assert.Contains(reason, Fail(code, CellStatus.CompilationFailed).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!tine", "#!time")]
    [InlineData("#!cshrap", "#!csharp")]
    [InlineData("#!HTML", "#!html")]
    [InlineData("1;\n  #!imprt x", "#!import")]
    public void UnknownDirective_GetsASuggestion(string code, string suggestion) =>
        Assert.Contains($"Did you mean {suggestion}?", Fail(code, CellStatus.CompilationFailed).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("#!pwsh\nGet-ChildItem")]
    [InlineData("#!fsharp\nlet x = 1")]
    [InlineData("#!sql\nselect 1")]
    public void LanguageThatIsNotHere_IsToldInASentence(string code) =>
        Assert.Contains("this kernel runs C#", Fail(code, CellStatus.CompilationFailed).Message, StringComparison.Ordinal);

    [Fact]
    public void UnknownDirective_FarFromAny_ListsThem() =>
        Assert.Contains("There are: #!html", Fail("#!whatsoever", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("#!time\n1 + 1")]
    [InlineData("1 + 1\n#!time")]
    public void Time_OnAnyLine_IsToldAfterTheCell(string code)
    {
        var events = Run(code);

        Assert.Equal("2", events.Value);
        Assert.Matches(@"^result:2\|display:Wall time: \d+\.\dms$", events.Log);
    }

    [Theory]
    [InlineData("#!html\n<p>it's {unbalanced /* \"</p>", "text/html", "<p>it's {unbalanced /* \"</p>")]
    [InlineData("#!markdown\n# Title", "text/html", "<h1 id=\"title\">Title</h1>\n")]
    [InlineData("#!mermaid\na-->b", "text/html", "<pre class=\"mermaid\">a--&gt;b</pre>")]
    [InlineData("#!javascript\nlet a = 1;", "text/html", "<script>let a = 1;</script>")]
    public void Markup_IsShown(string code, string mimeType, string text) =>
        Assert.Equal(text, Run(code).Displays.Single().Data.Data[mimeType]);

    [Fact]
    public void Languages_MayAlternateInACell()
    {
        var events = Run("Console.Write(1);\n#!html\n<b>\n#!csharp\nConsole.Write(2);\n#!markdown\ntext\n#!C#\n3");

        Assert.Equal("out:1|display:<b>|out:2|display:text|result:3", events.Log);
    }

    [Fact]
    public void CompileError_BelowMarkup_KeepsItsLine() =>
        Assert.Equal(4, Fail("#!html\n<b>\n#!csharp\nmissing", CellStatus.CompilationFailed).Line);

    [Theory]
    [InlineData("var text = \"\"\"\n#!html\n#r \"x.dll\"\n\"\"\"; text.Length", "17")]
    [InlineData("/*\n#!nothing\n*/ 5", "5")]
    [InlineData("#if false\n#!nothing\n#endif\n6", "6")]
    [InlineData("#region a\n7\n#endregion", "7")]
    public void DirectiveLookalike_InTextOrComment_IsNone(string code, string value) => Assert.Equal(value, Value(code));
}
