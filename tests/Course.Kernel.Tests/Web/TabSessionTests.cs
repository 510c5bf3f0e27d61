using Course.Kernel.Session;
using Course.Kernel.Threads;
using Course.Web.Session;

namespace Course.Kernel.Tests.Web;

/// <summary>The session of a tab, outside of a browser: what it shows, and how it ends.</summary>
public sealed class TabSessionTests
{
    private readonly FakeTab _tab = new();
    private readonly TabSession _session;

    public TabSessionTests()
    {
        ProcessHooks.Install();
        _session = new TabSession(_tab, Path.GetTempPath(), new TabPackages(new Dictionary<string, string> { ["Course"] = "/nowhere" }), TimeProvider.System);
    }

    [Fact]
    public async Task Run_AValue_IsShownAsThePageHasIt()
    {
        var result = await _session.RunAsync(1, "var x = 20; x * 2", "cell 1");

        Assert.Equal(CellStatus.Completed, result.Status);
        Assert.Equal("<pre class=\"result\">40</pre>\n", Assert.Single(_tab.Html));
    }

    [Fact]
    public async Task Run_TextInPieces_ComesInOrderAndWhole()
    {
        await _session.RunAsync(1, "Console.Write(\"a\"); await Task.Delay(1); Console.WriteLine(\"b\"); Console.Error.Write(\"c\"); Console.Write(\"d\");", "cell 1");

        Assert.Equal("ab\nd", string.Concat(_tab.Text.Where(piece => piece.Name == "stdout").Select(piece => piece.Text)));
        Assert.Equal(("stdout", "d"), _tab.Text[^1]);
        Assert.Equal(("stderr", "c"), _tab.Text[^2]);
    }

    [Fact]
    public async Task Run_MoreTextThanAPageShows_IsCutAndSaysSo()
    {
        await _session.RunAsync(1, "for (var i = 0; i < 100; i++) { Console.Write(new string('x', 10_000)); }", "cell 1");

        var all = string.Concat(_tab.Text.Select(piece => piece.Text));
        Assert.InRange(all.Length, 500_000, 500_100);
        Assert.Contains("the rest is left out", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnUpdate_ReplacesItsDisplay()
    {
        await _session.RunAsync(1, "var shown = display(1); shown.Update(2);", "cell 1");

        Assert.Contains(">1<", Assert.Single(_tab.Html), StringComparison.Ordinal);
        Assert.Contains(">2<", Assert.Single(_tab.Replaced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CodeThatThrows_NamesCellAndLineAndKeepsWhatWasSet()
    {
        var result = await _session.RunAsync(3, "var kept = 5;\nint.Parse(\"x\")", "cell 3");
        await _session.RunAsync(4, "kept", "cell 4");

        Assert.Equal(CellStatus.Threw, result.Status);
        Assert.Contains("cell 3, line 2", _tab.Html[0], StringComparison.Ordinal);
        Assert.Contains(">5<", _tab.Html[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatTheRuntimeDoesNotSupport_SaysWhatABrowserLacks()
    {
        var result = await _session.RunAsync(1, "throw new PlatformNotSupportedException(\"no\");", "cell 1");

        Assert.Contains("cannot be done in a browser's tab", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatNeedsAnAssemblyThatCannotBeFetched_NamesItWithoutItsKey()
    {
        const string Runtime = "Could not load type of field 'HttpClientHandler:_meter' (1) due to: Could not load file or assembly 'System.Diagnostics.DiagnosticSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51' or one of its dependencies.";
        var result = await _session.RunAsync(1, $"throw new TypeLoadException(\"{Runtime}\");", "cell 1");

        Assert.StartsWith("The cell needs System.Diagnostics.DiagnosticSource, which this page has not loaded before and cannot load now.", result.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PublicKeyToken", result.Error.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AskingForInput_SaysThatThereIsNoPlaceForIt()
    {
        var result = await _session.RunAsync(1, "Console.ReadLine()", "cell 1");

        Assert.Contains("no place to type it", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnotherPackage_SaysThatItCannotBeFetched()
    {
        var result = await _session.RunAsync(1, "#r \"nuget: Newtonsoft.Json, 13.0.3\"", "cell 1");

        Assert.Contains("The package Newtonsoft.Json cannot be fetched in a browser's tab; the page has Course.", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ACellThatWaits_EndsItAndKeepsItsVariables()
    {
        var running = _session.RunAsync(1, "var before = 7; await Task.Delay(TimeSpan.FromMinutes(10)); var after = 8;", "cell 1");
        _session.Stop();
        var result = await running;
        await _session.RunAsync(2, "before", "cell 2");

        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains(">7<", _tab.Html[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Look_WhenThePageStops_SaysSoUntilTheNextCellBegins()
    {
        TabStop.Begin(() => _tab.IsStopping, () => { });
        Assert.False(TabStop.Look());

        _tab.IsStopping = true;
        Assert.True(SpinWait.SpinUntil(TabStop.Look, TimeSpan.FromSeconds(10)));
        Assert.True(TabStop.Look());

        TabStop.Begin(() => false, () => { });
        Assert.False(TabStop.Look());
    }

    [Fact]
    public void Alarm_AfterItsTime_RingsFromInsideALoopOnce()
    {
        var rings = 0;
        TabStop.Begin(() => false, () => { });
        using (TabStop.SetAlarm(TimeSpan.FromMilliseconds(30), () => rings++))
        {
            Assert.False(SpinWait.SpinUntil(TabStop.Look, TimeSpan.FromMilliseconds(200)));
        }

        Assert.Equal(1, rings);
    }
}
