using static Course.Tests.DataSets.LoopbackServer;

namespace Course.Tests.DataSets;

public sealed class HttpsFileTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();

    private string Part => _folder.Combine("file.part");

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Behaviour.Whole)]
    [InlineData(Behaviour.Redirect, Behaviour.Whole)]
    [InlineData(Behaviour.CutInHalf, Behaviour.Whole)]
    [InlineData(Behaviour.CutInHalf, Behaviour.CutInHalf, Behaviour.CutInHalf, Behaviour.Whole)]
    [InlineData(Behaviour.CutInHalf, Behaviour.IgnoreRange)]
    public void Download_WhateverHappensOnTheWay_EndsWithTheWholeFile(params Behaviour[] script)
    {
        using var server = new LoopbackServer(Content, script);

        Download(server);

        Assert.Equal(Content, File.ReadAllBytes(Part));
    }

    [Fact]
    public void Download_CutInTheMiddle_AsksOnlyForTheRest()
    {
        using var server = new LoopbackServer(Content, Behaviour.CutInHalf);

        Download(server);

        Assert.Equal(["", "Range: bytes=150000-"], server.Ranges);
    }

    [Fact]
    public void Download_PartOfAnEarlierRun_IsContinued()
    {
        File.WriteAllBytes(Part, Content[..100]);
        using var server = new LoopbackServer(Content);

        Download(server);

        Assert.Equal(["Range: bytes=100-"], server.Ranges);
        Assert.Equal(Content, File.ReadAllBytes(Part));
    }

    [Fact]
    public void Download_PartIsWholeAlready_IsKept()
    {
        File.WriteAllBytes(Part, Content);
        using var server = new LoopbackServer(Content);

        Download(server);

        Assert.Equal(Content, File.ReadAllBytes(Part));
    }

    [Fact]
    public void Download_PartIsLongerThanTheFile_StartsAnew()
    {
        File.WriteAllBytes(Part, new byte[Content.Length + 1]);
        using var server = new LoopbackServer(Content);

        Download(server);

        Assert.Equal(Content, File.ReadAllBytes(Part));
    }

    [Fact]
    public void Download_BreaksTwiceAtTheSamePlace_StopsAndKeepsThePart()
    {
        File.WriteAllBytes(Part, Content[..100]);
        using var server = new LoopbackServer(Content, Behaviour.NotFound);

        var fault = Assert.Throws<SourceException>(() => Download(server));

        Assert.Equal("127.0.0.1: answered 404 NotFound", fault.Message);
        Assert.Equal(100, new FileInfo(Part).Length);
    }

    [Fact]
    public void Download_NobodyListens_SaysNoConnection()
    {
        var server = new LoopbackServer(Content);
        server.Dispose();

        Assert.Equal("127.0.0.1: no connection", Assert.Throws<SourceException>(() => Download(server.Address)).Message);
    }

    [Fact]
    public void Download_ServerSaysNothing_GivesUp()
    {
        using var server = new LoopbackServer(Content, Behaviour.Silent);

        Assert.StartsWith("127.0.0.1: nothing came for", Assert.Throws<SourceException>(() => Download(server.Address, TimeSpan.FromMilliseconds(50))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Download_Blocks_ReportGrowingCountAndTotal()
    {
        using var server = new LoopbackServer(Content);
        List<(long Done, long? Total)> reports = [];

        new HttpsFile(_client, TimeSpan.FromMinutes(1)).Download(server.Address, Part, (done, total) => reports.Add((done, total)));

        Assert.Equal(reports.Select(report => report.Done).Order(), reports.Select(report => report.Done));
        Assert.Equal((300_000, 300_000), reports[^1]);
    }

    private void Download(LoopbackServer server) => Download(server.Address);

    private void Download(Uri address, TimeSpan? stall = null) =>
        new HttpsFile(_client, stall ?? TimeSpan.FromMinutes(1)).Download(address, Part, (_, _) => { });
}
