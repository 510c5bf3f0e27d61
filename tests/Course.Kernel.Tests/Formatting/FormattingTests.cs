using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Formatting;

public sealed class FormattingTests : SessionTest
{
    [Theory]
    [InlineData("42", "42")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1f / 3", "0.33333334")]
    [InlineData("true", "True")]
    [InlineData("'c'", "c")]
    [InlineData("\"plain <b>\"", "plain <b>")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("1.50m", "1.50")]
    [InlineData("new[] { 1.5, 2 }", "[1.5, 2]")]
    [InlineData("new List<string> { \"a\", \"b\" }", "[a, b]")]
    [InlineData("new int[0]", "[]")]
    [InlineData("new[] { 1, 2 }.Append(3).Zip(\"abc\", (n, c) => $\"{n}{c}\").ToArray()", "[1a, 2b, 3c]")] // names that the formatters' own extensions have too
    public void Scalar_AndRowOfScalars_IsBareText(string code, string text)
    {
        var data = Run(code).Results.Single().Data;

        Assert.Equal(["text/plain"], data.Keys);
        Assert.Equal(text, data["text/plain"]);
    }

    [Theory]
    [InlineData("new double[,] { { 1, 2 }, { 3, 10 } }", "double[2, 2]\n[[ 1,  2],\n [ 3, 10]]")]
    [InlineData("new string[,] { { \"a\", \"bc\" } }", "string[1, 2]\n[[ a, bc]]")]
    [InlineData("new int[2, 2, 2] { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } }", "int[2, 2, 2]\n[[[1, 2],\n  [3, 4]],\n\n [[5, 6],\n  [7, 8]]]")]
    [InlineData("new int[0, 3]", "int[0, 3]\n[]")]
    [InlineData("new List<int[,]> { new[,] { { 1, 2 } }, new[,] { { 3 }, { 4 } } }", "[[[1, 2]],\n [[3], [4]]]")]
    [InlineData("(1, new[,] { { 1.5, 2 }, { 3, 4 } })", "(1, [[1.5, 2], [3, 4]])")]
    [InlineData("new { Grid = new[,] { { 1, 2 } } }", "{ Grid = [[1, 2]] }")]
    [InlineData("new (int, string)[,] { { (1, \"a\") } }", "ValueTuple<Int32, String>[1, 1]\n[[(1, a)]]")]
    public void ArrayOfSeveralDimensions_ShowsRowsColumnsAndType(string code, string text)
    {
        var data = Run(code).Results.Single().Data;

        Assert.Equal(["text/plain"], data.Keys);
        Assert.Equal(text, data["text/plain"]);
    }

    [Fact]
    public void LargeGrid_IsCut_AndSaysItsSize()
    {
        var text = Value("new int[1000, 1000]")!;

        Assert.StartsWith("int[1000, 1000]\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1000, 5000);
    }

    [Theory]
    [InlineData("new DateTime(2026, 7, 1, 12, 30, 0, DateTimeKind.Utc)", "2026-07-01 12:30:00Z")]
    [InlineData("new DateTime(2026, 7, 1, 12, 30, 0)", "2026-07-01 12:30:00")]
    [InlineData("new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.FromHours(2))", "2026-07-01 10:30:00Z")]
    public void Time_IsShownWithItsOwnZone(string code, string text) => Assert.Equal(text, Value(code));

    [Fact]
    public void LocalTime_IsShownWithItsOffset()
    {
        var offset = Value("new DateTime(2026, 7, 1, 12, 30, 0, DateTimeKind.Local).ToString(\"zzz\", System.Globalization.CultureInfo.InvariantCulture)");

        Assert.Equal("2026-07-01 12:30:00" + offset, Value("new DateTime(2026, 7, 1, 12, 30, 0, DateTimeKind.Local)"));
    }

    [Fact]
    public void LongRow_IsCut_AndSaysItsLength() =>
        Assert.EndsWith("… 1000 in all]", Value("Enumerable.Range(0, 1000).ToArray()"), StringComparison.Ordinal);

    [Theory]
    [InlineData("(1, \"a\", new[] { 2.5 })", "(1, a, [2.5])")]
    [InlineData("new Exception(\"oops\")", "Exception: oops")]
    [InlineData("new System.Text.StringBuilder(\"abc\")", "abc")]
    [InlineData("typeof(Dictionary<string, List<int>>)", "Dictionary<String, List<Int32>>")]
    [InlineData("(Func<int, int>)(x => x)", "Func<Int32, Int32>")]
    [InlineData("Task.FromResult(3)", "Task<Int32>: RanToCompletion")]
    [InlineData("class Speaker { public Speaker Self => this; public override string ToString() => \"I am\"; } new Speaker()", "I am")]
    [InlineData("class Speaker { public Speaker Self => this; public override string ToString() => \"I am\"; } new { N = 1, S = new Speaker() }", "{ N = 1, S = I am }")]
    [InlineData("class Speaker { public override string ToString() => \"I am\"; } new[] { new Speaker(), new Speaker() }", "[I am,\n I am]")]
    public void Value_ThatTellsWhatItIs_IsTakenAtItsWord(string code, string text)
    {
        var data = Run(code).Results.Single().Data;

        Assert.Equal(["text/plain"], data.Keys);
        Assert.Equal(text, data["text/plain"]);
    }

    [Fact]
    public void Formatter_OfTheLearner_ComesFirst()
    {
        Run("class Own { public override string ToString() => \"plain\"; }");
        Run("Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Own>(own => \"<em>own</em>\", \"text/html\");");

        Assert.Equal("<em>own</em>", Run("new Own()").Results.Single().Data["text/html"]);
    }

    [Fact]
    public void Object_HasHtmlAndText()
    {
        var data = Run("new { Name = \"a\", Value = 1 }").Results.Single().Data;

        Assert.Contains("Name", data["text/html"], StringComparison.Ordinal);
        Assert.Contains("Name", data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Type_WithFormatterSourceByName_IsHonoured()
    {
        Run("""
            [AttributeUsage(AttributeTargets.Class)] class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
            { public Type FormatterSourceType => formatterSourceType; public string[] PreferredMimeTypes { get; set; } }
            class One(string mime, string text)
            { public string MimeType => mime; public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text); return true; } }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new One("text/html", "<i>chart</i>"); yield return new One("text/plain", "a chart"); } }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "text/plain" })] class Picture { }
            """);
        var data = Run("new Picture()").Results.Single().Data;

        Assert.Equal("<i>chart</i>", data["text/html"]);
        Assert.Equal("a chart", data["text/plain"]);
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")")]
    [InlineData("display(HTML(\"<b>x</b>\"))")]
    [InlineData("\"<b>x</b>\".DisplayAs(\"text/html\")")]
    public void Markup_IsShownAsItIs(string code)
    {
        var events = Run(code);

        Assert.Equal("<b>x</b>", (events.Results.SingleOrDefault() ?? events.Displays.Single().Data).Data["text/html"]);
    }

    [Theory]
    [InlineData("new LaTeXString(@\"$$\\frac12$$\")", "$$\\frac12$$")]
    [InlineData("(MathString)@\"\\frac12\"", "$$\\frac12$$")]
    [InlineData("display(@\"$x^2$\", \"text/latex\")", "$x^2$")]
    [InlineData("@\"$x^2$\".DisplayAs(\"text/latex\")", "$x^2$")]
    public void Formula_OfDotNetInteractive_IsLatex(string code, string tex)
    {
        var events = Run(code);

        Assert.Equal(tex, (events.Results.SingleOrDefault() ?? events.Displays.Single().Data).Data["text/latex"]);
    }

    [Theory]
    [InlineData("new[] { new { Name = \"a\", Mass = 1.5 } }.DisplayTable()")]
    [InlineData("display(new[] { new { Name = \"a\", Mass = 1.5 } }.ToTabularDataResource())")]
    public void Table_OfDotNetInteractive_IsShown(string code)
    {
        var data = Run("using Microsoft.DotNet.Interactive.Formatting.TabularData;\n" + code).Displays.Single().Data.Data;

        Assert.Contains("Mass", data["text/html"], StringComparison.Ordinal);
        Assert.Contains("text/plain", data.Keys);
    }

    [Theory]
    [InlineData("var d = 1.Display(); d.Update(2);")]
    [InlineData("object one = 1; var d = one.Display(); d.Update(2);")]
    [InlineData("object one = 1; var d = one.Display(\"text/plain\"); d.Update(2);")]
    public void Display_ByExtension_IsUpdatedInItsPlace(string code)
    {
        var events = Run(code);

        Assert.Equal("display:1|update:2", events.Log);
        Assert.Equal(events.Displays.Single().Id, events.Updates.Single().Id);
    }

    [Fact]
    public void EveryValue_HasPlainText() =>
        Assert.All(
            ["new object()", "typeof(int)", "(1, 2)", "new Exception(\"e\")", "new Dictionary<string, int> { [\"a\"] = 1 }", "Task.CompletedTask", "new int[2, 2]"],
            code => Assert.True(Run(code).Results.Single().Data["text/plain"].Length > 0, code));

    [Fact]
    public void LargeHtml_HasAShortAlternative()
    {
        var data = Run("HTML(new string('x', 1_000_000))").Results.Single().Data;

        Assert.Equal(1_000_000, data["text/html"].Length);
        Assert.InRange(data["text/plain"].Length, 100, 5000);
    }
}
