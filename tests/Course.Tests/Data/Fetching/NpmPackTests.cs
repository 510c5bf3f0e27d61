namespace Course.Tests.DataSets;

public sealed class NpmPackTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pack_NoSuchProgram_SaysThatNpmIsNotInstalled() =>
        Assert.Equal("npm is not installed", Assert.Throws<SourceException>(() => new NpmPack("no-such-npm").Pack("a@1.0.0", _folder.Path)).Message);

    [Theory]
    [InlineData("echo 'npm error code E404' >&2; exit 1", "`npm pack a@1.0.0` failed (E404)")]
    [InlineData("echo 'something else' >&2; exit 7", "`npm pack a@1.0.0` failed (exit code 7)")]
    [InlineData("exit 0", "`npm pack a@1.0.0` failed (exit code 0)")]
    public void Pack_Fails_GivesTheCode(string script, string expected) =>
        Assert.Equal(expected, Assert.Throws<SourceException>(() => new NpmPack(Script(script)).Pack("a@1.0.0", _folder.Path)).Message);

    [Fact]
    public void Pack_Succeeds_GivesTheArchive()
    {
        var npm = new NpmPack(Script("[ \"$1 $2\" = 'pack a@1.0.0' ] && touch a-1.0.0.tgz"));

        Assert.Equal(_folder.Combine("a-1.0.0.tgz"), npm.Pack("a@1.0.0", _folder.Path));
    }

    private string Script(string body)
    {
        var path = _folder.Write("fake-npm", System.Text.Encoding.UTF8.GetBytes("#!/bin/sh\n" + body + "\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
