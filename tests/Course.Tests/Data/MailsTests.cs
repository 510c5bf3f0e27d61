using System.Security.Cryptography;
using System.Text;

namespace Course.Tests.DataSets;

public sealed class MailsTests : IDisposable
{
    private const string Few = """
        {"id":"00001","group":"spam-1","checksum":{"type":"MD5","value":"78"},"text":"Subject: win\nTo: you\n\nClick here\n"}

        {"id":"00002","group":"easy-ham-1","checksum":{"type":"MD5","value":"79"},"text":"Subject: lunch\r\n\r\nAt noon?\r\n\r\nAnna"}
        {"id":"00003","group":"hard-ham-1","text":"no headers"}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_AFolder_ReadsGroupsAndBodies()
    {
        var mails = Load(Few);

        Assert.Equal(["00001", "00002", "00003"], mails.Select(mail => mail.Id));
        Assert.Equal([true, false, false], mails.Select(mail => mail.IsSpam));
        Assert.Equal(["Click here\n", "At noon?\n\nAnna", "no headers"], mails.Select(mail => mail.Body));
    }

    [Fact]
    public void Load_TheStore_ChecksAndReads()
    {
        var content = Encoding.UTF8.GetBytes(Few);
        _folder.Write("cache/spam-assassin/mails.jsonl", content);
        var file = new DatasetFile("spam-assassin/mails.jsonl", content.Length, Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant(), "p@1", new Uri("https://x"), ["a"], null);
        var store = new DataStore(new Manifest([new DatasetInfo("spam-assassin", false, "", "", "", [file])]), new DataFolders(null, _folder.Combine("cache")), new ForbiddenFetcher());

        Assert.Equal(3, Mails.Load(store).Count);
    }

    [Fact]
    public void Load_NoFile_SaysWhatAFolderHolds() =>
        Assert.Contains("mails.jsonl: on each line", Assert.Throws<DatasetException>(() => Mails.Load(_folder.Combine("none"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"id\":\"1\"}", "line 1 lacks one of id, group and text")]
    [InlineData("{\"id\":\"1\",\"group\":\"spam\",\"text\":\"x\"}\nFrom: me", "line 2 is not a JSON object")]
    [InlineData("", "holds no mails")]
    public void Load_AnotherFormat_NamesTheLine(string content, string wanted) =>
        Assert.Contains(wanted, Assert.Throws<DatasetException>(() => Load(content)).Message, StringComparison.Ordinal);

    private Mails Load(string content)
    {
        _folder.Write("box/mails.jsonl", Encoding.UTF8.GetBytes(content));
        return Mails.Load(_folder.Combine("box"));
    }
}
