using System.IO.Compression;
using System.Text;
using Course.Kernel.Script;
using Course.Web.Session;

namespace Course.Kernel.Tests.Web;

/// <summary>What of the framework a page fetches when a cell asks for it.</summary>
public sealed class LateFilesTests
{
    private const string Index = "A.One B.Two\n +A Apple Box.Open\n +A.Inner Seed\nB.Two\n A Pear";

    private readonly Dictionary<string, byte[]> _site = new() { ["tab/late.txt.gz"] = Pack(Index), ["tab/runtime/A.One.dll.gz"] = Pack("MZ one"), ["tab/runtime/B.Two.dll.gz"] = Encoding.UTF8.GetBytes("MZ two") };
    private readonly List<string> _asked = [];
    private readonly LateFiles _files;

    public LateFilesTests()
    {
        _files = new LateFiles(Read);
        _files.Add("A.One");
        _files.Add("B.Two");
    }

    [Fact]
    public void Declaring_TypesMethodsAndNamespaces_NamesTheirAssemblies()
    {
        Assert.Equal([new LateName("A", "A.One")], _files.Declaring("Apple"));
        Assert.Equal([new LateName("A", "A.One")], _files.Declaring("Box.Open"));
        Assert.Equal([new LateName("A", "B.Two")], _files.Declaring("Pear"));
        Assert.Equal([new LateName("A", "A.One")], _files.Declaring("A."));
        Assert.Equal([new LateName("A.Inner", "A.One")], _files.Declaring("A.Inner."));
        Assert.Empty(_files.Declaring("Plum"));
        Assert.Equal(["B.Two"], _files.Needs("A.One"));
        Assert.Single(_asked);
    }

    [Fact]
    public void Read_ByCompilerAndRuntime_FetchesOnce()
    {
        Assert.Equal("MZ one", Text(_files.Read("A.One")));
        Assert.Equal("MZ one", Text(_files.Read("a.one")));
        Assert.Equal("MZ two", Text(_files.Read("B.Two"))); // a host unpacked it
        Assert.Equal(["tab/runtime/A.One.dll.gz", "tab/runtime/B.Two.dll.gz"], _asked);
    }

    [Fact]
    public void Read_WhatTheSiteHasNot_AsksNobody()
    {
        Assert.Null(_files.Read("C.resources"));
        Assert.Empty(_asked);
    }

    [Fact]
    public void Site_ThatCannotBeReached_IsAskedAgain()
    {
        var all = _site.ToList();
        _site.Clear();
        Assert.Null(_files.Read("A.One"));
        Assert.Empty(_files.Declaring("Apple"));

        all.ForEach(file => _site.Add(file.Key, file.Value));
        Assert.NotNull(_files.Read("A.One"));
        Assert.NotEmpty(_files.Declaring("Apple"));
    }

    [Fact]
    public void Site_ThatAnswersWithAPageOrHalfAFile_HasNothing()
    {
        _site["tab/runtime/A.One.dll.gz"] = Encoding.UTF8.GetBytes("<!doctype html>");
        _site["tab/runtime/B.Two.dll.gz"] = Pack("MZ two")[..^12];
        _site["tab/late.txt.gz"] = Pack(Index)[..^20];
        Assert.Null(_files.Read("A.One"));
        Assert.Null(_files.Read("B.Two"));
        Assert.False(_files.HasIndex);
        Assert.Null(_files.Needs("A.One"));

        _site["tab/late.txt.gz"] = Encoding.UTF8.GetBytes("<!doctype html>\n<p>Not here\n\n ");
        Assert.Empty(_files.Declaring("Apple"));
    }

    private byte[]? Read(string path)
    {
        _asked.Add(path);
        return _site.GetValueOrDefault(path);
    }

    private static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes!);

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
