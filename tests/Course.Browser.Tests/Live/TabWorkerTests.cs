using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Live;

/// <summary>The tab's worker: the course's cells in a browser, with no server behind them.</summary>
[Collection(BrowserTests.Name)]
public sealed class TabWorkerTests(Chromium chromium)
{
    private const long FirstLoad = 12_000_000;

    // 800 MB in one cell; finalizers of their own accord would run after it.
    private const string UndisposedTensors = """
        using TorchSharp;
        var a = torch.zeros(1000, 1000);
        for (int i = 0; i < 200; i++) { var sum = a + i; }
        var pool = typeof(torch.Tensor).Assembly.GetType("TorchSharp.BlockPool");
        $"{(long)pool.GetProperty("LiveBytes").GetValue(null) / 1_000_000} MB"
        """;

    [TabFact]
    public void List_FirstLoad_IsWithinTheBudgetAndAllThere()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(LiveTab.Folder!, "tab", "tab.json")));
        var files = list.RootElement.GetProperty("files").EnumerateArray().ToList();

        Assert.All(files, file => Assert.Equal(file.GetProperty("bytes").GetInt64(), new FileInfo(Path.Combine(LiveTab.Folder!, "tab", file.GetProperty("path").GetString()!)).Length));
        Assert.InRange(files.Where(file => file.GetProperty("first").GetBoolean()).Sum(file => file.GetProperty("bytes").GetInt64()), 5_000_000, FirstLoad);
        Assert.InRange(files.Single(file => file.GetProperty("kind").GetString() == "index").GetProperty("bytes").GetInt64(), 5_000, 20_000);
    }

    // One load of the runtime serves them all: it takes seconds.
    [TabFact]
    public async Task Run_CellsOfManyKinds_AreAsInAnyOtherHost()
    {
        await using var tab = await LiveTab.StartAsync(chromium, "01-1");

        Assert.Contains("<pre class=\"result\">3</pre>", Html(await tab.RunAsync("var x = 1; x + 2")), StringComparison.Ordinal);
        Assert.Contains(await tab.RunAsync("var steps = 0; for (var i = 0; i < 2_000_000; i++) { steps += i & 1; } steps"), message => Type(message) == "compiled");
        Assert.Contains("cell 2, line 2", Html(await tab.RunAsync("\nint.Parse(\"x\")", 2)), StringComparison.Ordinal);
        Assert.Contains("a browser&#39;s tab has one thread", Html(await tab.RunAsync("new System.Threading.Thread(() => { }).Start();")).Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 of 4 checks", Html(await tab.RunAsync("#r \"nuget: Course, 1.0.0\"\nusing Course;\nNotebook.Open(\"01\")")), StringComparison.Ordinal);
        Assert.Contains("class=\"course-view\"", Html(await tab.RunAsync("Chart.Line([1.0, 2.0, 4.0]).Title(\"t\").Axes(\"x\", \"y\")")), StringComparison.Ordinal);
        Assert.Contains("342", Html(await tab.RunAsync("Data.Penguins().Count")), StringComparison.Ordinal);
        var megabytes = Html(await tab.RunAsync(UndisposedTensors));
        Assert.InRange(int.Parse(Regex.Match(megabytes, @"(\d+) MB").Groups[1].Value, CultureInfo.InvariantCulture), 1, 150);
        Assert.Contains("0 MB free", Html(await tab.RunAsync("torch.zeros(20_000_000).Dispose();\n$\"{(long)pool.GetProperty(\"FreeBytes\").GetValue(null) / 17_000_000} MB free\"")), StringComparison.Ordinal);
        Assert.Contains("Newtonsoft.Json cannot be fetched", Html(await tab.RunAsync("#r \"nuget: Newtonsoft.Json\"")), StringComparison.Ordinal);
        var written = await tab.RunAsync("Console.Write(\"a\"); await Task.Delay(1); Console.WriteLine(\"b\");");
        Assert.Equal("ab\n", string.Concat(written.Where(message => Type(message) == "stream").Select(message => message.GetProperty("text").GetString())));
        Assert.Contains((await tab.AskAsync(new { type = "complete", id = 1, cell = 1, code = "Data.Pen", position = 8 }, "completions"))[^1].GetProperty("items").EnumerateArray(), item => item.GetProperty("text").GetString() == "Penguins");
        Assert.Contains((await tab.AskAsync(new { type = "check", id = 2, cell = 1, code = "x +" }, "checked"))[^1].GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("severity").GetString() == "error");
    }

    [TabFact]
    public async Task Run_CellsThatNameWhatThePageDidNotLoad_FetchJustThat()
    {
        await using var tab = await LiveTab.StartAsync(chromium);
        Assert.Empty(await FetchedAsync(tab, "1 + 1", "2"));
        Assert.Empty(await FetchedAsync(tab, "#r \"nuget: Course, 1.0.0\"\nusing Course;\nChart.Line([1.0, 2.0, 4.0]).Title(\"t\").Axes(\"x\", \"y\")", "course-view"));
        Assert.Empty(await FetchedAsync(tab, "new[] { 1, 2 }.Append(3).Count()", ">3<")); // formatting has an Append of its own, for a type of another assembly of ours
        Assert.Equal(["late.txt.gz"], await FetchedAsync(tab, "Consle.WriteLine()", "CS0103"));
        await tab.RunAsync("var http = new System.Net.Http.HttpClient();"); // its assembly refers to one that comes with the mail

        Assert.Equal(["System.Private.Xml.Linq", "System.Private.Xml"], await FetchedAsync(tab, "using System.Xml.Linq;\nvar tree = XDocument.Parse(\"<a><b/></a>\"); tree.Descendants().Count()", "2"));
        Assert.Contains("System.Net.Security", await FetchedAsync(tab, "new System.Net.Mail.MailAddress(\"a@b.example\").Host", "b.example"));
        await FetchedAsync(tab, "System.Net.Http.HttpClient same = http; XDocument sameTree = tree; same == http", "True");

        await FetchedAsync(tab, "using Rows = System.Data.DataTable;\nnew Rows().Rows.Count", ">0<");
        await FetchedAsync(tab, "new[] { 1, 2 }.AsParallel().Sum()", ">3<");
        await FetchedAsync(tab, "async IAsyncEnumerable<int> Make() { yield return 4; await Task.Yield(); }\nawait Make().Where(x => x > 1).ToListAsync()", "4");
        await FetchedAsync(tab, "using System.ComponentModel.DataAnnotations;\nclass Named { [Required] public string Name { get; set; } }\nvar named = new Named(); Validator.TryValidateObject(named, new ValidationContext(named), null)", "False");
        await FetchedAsync(tab, "new System.Net.Sockets.TcpClient()", "has no connections of its own");
        await FetchedAsync(tab, "using System.Net.Sockets;\ntry { throw new SocketException(5); } catch (SocketException refused) { Console.WriteLine(\"refused\"); }\n(int)SocketError.Success", ">0<");
        await FetchedAsync(tab, "new XmlSerializer(typeof(int))", "XmlSerializer is in System.Xml.Serialization; add: using System.Xml.Serialization;");
    }

    [TabFact]
    public async Task Run_WhatEndsTheRuntime_SaysSo()
    {
        Assert.Equal("The cell ended the program, with exit code 3", await LastWordsAsync("Environment.Exit(3)"));
        Assert.Equal("The cell ended the program, with exit code 4", await LastWordsAsync("await Task.Delay(10);\nEnvironment.Exit(4)"));
        Assert.StartsWith("The cell ended the program", await LastWordsAsync("Environment.FailFast(\"bad\")"), StringComparison.Ordinal);
    }

    private async Task<string?> LastWordsAsync(string code)
    {
        await using var tab = await LiveTab.StartAsync(chromium);
        var messages = await tab.AskAsync(new { type = "run", cell = 1, code, name = "cell 1" }, "fault");
        Assert.DoesNotContain(messages, message => Type(message) == "ended");
        return messages[^1].GetProperty("text").GetString();
    }

    // What was fetched for a cell that shows this.
    private static async Task<IReadOnlyList<string>> FetchedAsync(LiveTab tab, string code, string shown)
    {
        var before = tab.Requests.Count;
        Assert.Contains(shown, Html(await tab.RunAsync(code)), StringComparison.Ordinal);
        return [.. tab.Requests.Skip(before).Select(address => address.Split('/')[^1].Replace(".dll.gz", "", StringComparison.Ordinal))];
    }

    private static string Html(IReadOnlyList<JsonElement> messages) =>
        string.Concat(messages.Where(message => Type(message) == "output").Select(message => message.GetProperty("html").GetString()));

    private static string? Type(JsonElement message) => message.GetProperty("type").GetString();
}
