using Course.Kernel.Session;

namespace Course.Kernel.Tests.Session;

public sealed class StateTests : SessionTest
{
    [Fact]
    public void Variable_OfEarlierCell_IsSeenAndChanged()
    {
        Run("var n = 1;");
        Run("n += 41;");

        Assert.Equal("42", Value("n"));
    }

    [Fact]
    public void Variable_DeclaredAgain_TakesTheNewType()
    {
        Run("var x = 1;");
        Run("var x = \"one\";");

        Assert.Equal("one", Value("x"));
    }

    [Fact]
    public void FirstCell_Throws_KeepsWhatItHadSet()
    {
        Fail("var kept = 7; throw new Exception(\"stop\");", CellStatus.Threw);

        Assert.Equal("7", Value("kept"));
    }

    [Fact]
    public void LaterCell_Throws_KeepsWhatItHadSet()
    {
        Run("var a = 1;");
        Fail("a = 2; var b = 3; int.Parse(\"no\"); b = 4;", CellStatus.Threw);

        Assert.Equal("23", Value("$\"{a}{b}\""));
    }

    [Fact]
    public void Cell_DoesNotCompile_ChangesNothing()
    {
        Run("var a = 1;");
        Fail("a = 2; var c = missing;", CellStatus.CompilationFailed);

        Assert.Equal("1", Value("a"));
        Assert.Contains("'c'", Fail("c", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Function_OfEarlierCell_IsCalled()
    {
        Run("double Square(double x) => x * x;");

        Assert.Equal("2.25", Value("Square(1.5)"));
    }

    [Fact]
    public void Record_AndExtensionMethod_OfEarlierCells_Work()
    {
        Run("record Point(double X, double Y);");
        Run("static double Norm(this Point p) => Math.Sqrt(p.X * p.X + p.Y * p.Y);");

        Assert.Equal("5", Value("new Point(3, 4).Norm()"));
    }

    [Fact]
    public void Using_OfEarlierCell_Stays()
    {
        Run("using System.Globalization;");

        Assert.Equal("", Value("CultureInfo.InvariantCulture.Name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("int f;")]
    [InlineData("5.ToString();")]
    public void Cell_WithoutTrailingExpression_ShowsNothing(string code) => Assert.Empty(Run(code).Results);

    [Fact]
    public void TrailingCall_OfVoid_ShowsNothing() => Assert.Empty(Run("Console.Write(\"\")").Results);

    [Fact]
    public void TrailingNull_IsShown() => Assert.Equal("null", Value("(string)null"));

    [Theory]
    [InlineData("return 5;", "5")]
    [InlineData("await Task.FromResult(6)", "6")]
    [InlineData("await Task.Delay(5); 7", "7")]
    [InlineData("string? maybe = null; maybe?.Length", "null")]
    public void Value_OfEveryForm_IsShown(string code, string shown) => Assert.Equal(shown, Value(code));

    [Fact]
    public void BlockingOnATask_FromACell_DoesNotDeadlock()
    {
        Run("async Task<int> Slow() { await Task.Delay(1); await Task.Yield(); await Task.Delay(1); return 8; }");

        Assert.Equal("8", Value("Slow().Result"));
        Assert.Equal("16", Value("await Task.Yield(); Slow().Result + Slow().GetAwaiter().GetResult()"));
    }

    [Fact]
    public void ManyCells_OverAnyCapacity_KeepTheirState()
    {
        Run("var n = 0;");
        for (var i = 0; i < 150; i++)
        {
            Run("n++;");
        }

        Assert.Equal("150", Value("n"));
    }

    [Fact]
    public void TwoSessions_AtOnce_KnowNothingOfEachOther()
    {
        using var other = new ScriptSession(Options);
        var otherEvents = new RecordedEvents();
        Run("var x = 1;");
        other.Run("var x = 2; Console.Write(\"other\");", otherEvents);

        Assert.Equal("1", Value("x"));
        Assert.Equal("other", otherEvents.Output);
    }

    [Fact]
    public void Numbers_InAnyCulture_AreInvariant()
    {
        Run("System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(\"\") { NumberFormat = { NumberDecimalSeparator = \",\" } };");

        Assert.Equal("1.5", Value("1.5"));
    }

    [Fact]
    public void LanguageVersion_WhenLimited_RefusesNewerSyntax()
    {
        using var old = new ScriptSession(Options with { LanguageVersion = "12" });
        var result = old.Run("void F(params IEnumerable<int> all) { }", new RecordedEvents());

        Assert.Equal(CellStatus.CompilationFailed, result.Status);
    }

    [Fact]
    public async Task Run_WhileACellRuns_IsRefused()
    {
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("Console.WriteLine(\"started\"); while (true) { }", events));
        await events.Started.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(Session.IsBusy);
        Assert.Throws<InvalidOperationException>(() => Session.Run("1", events));
        Session.Interrupt();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(Session.IsBusy);
    }

    [Theory]
    [InlineData("int.TryParse(\"4\", out var n);", "n", "4")]
    [InlineData("if ((object)\"four\" is string word) { }", "word", "four")]
    [InlineData("var (a, b) = (1, 2);", "a + b", "3")]
    [InlineData("(int a, var b) = (1, 2);", "a + b", "3")]
    [InlineData("using System.Globalization;", "CultureInfo.InvariantCulture.LCID", "127")]
    [InlineData("using Whole = System.Int32;", "Whole.MaxValue", "2147483647")]
    [InlineData("enum Kind { One = 1 }", "(int)Kind.One", "1")]
    [InlineData("kept = new { Size = 1 };", "kept.Equals(new { Size = 1 })", "True")]
    public void WhatACellDeclares_IsKnownAfterCellsThatDeclareNothing(string declaration, string use, string value)
    {
        Run("object kept = null; var calls = 0;");
        Run("calls++;");
        Run(declaration);
        Run("calls++;");
        Run("foreach (var i in new[] { 1, 2 }) calls++;");

        Assert.Equal(value, Value(use));
        Assert.Equal("4", Value("calls"));
    }

    [Fact]
    public void Lambda_OfACellThatDeclaresNothing_OutlivesIt()
    {
        Run("var later = new List<Func<int>>(); var n = 1;");
        Run("for (var i = 0; i < 2; i++) { var j = i; later.Add(() => n + j); }");
        Run("later.Add(() => n * 100);");
        Run("n = 5;");

        Assert.Equal("5, 6, 500", Value("string.Join(\", \", later.Select(f => f()))"));
    }

    [Fact]
    public void CellsThatDeclareNothing_AreForgottenByTheCompiler()
    {
        Run("var calls = 0;");
        var before = Session.CompiledCells;
        Run("calls++;");
        Fail("calls++; int.Parse(\"no\");", CellStatus.Threw);
        Run("calls");

        Assert.Equal(before, Session.CompiledCells);
    }

    [Fact]
    public void Completion_AskedAgainAfterACell_KnowsItsTypes()
    {
        Run("var word = \"one\"; var calls = 0;");
        Assert.Contains("Length", Words("word.Le"));
        Assert.Contains("Length", Words("word.Len"));
        Run("calls++;");
        Assert.Contains("CompareTo", Words("calls.Compare"));
        Run("var word = new[] { 1 }.ToList();");

        Assert.DoesNotContain("Length", Words("word.Len"));
        Assert.Contains("Count", Words("word.Cou"));

        IEnumerable<string> Words(string code) => Session.Complete(code, code.Length).Matches.Select(match => match.Text);
    }
}
