using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Tests.Repository;

namespace Course.Tests.Charts;

public sealed class PlotlySourceTests
{
    [Fact]
    public void Source_PinnedHash_IsThatOfTheEmbeddedFile()
    {
        Assert.True(Plotly.IsOffline, "Course.dll was built without plotly.js: is npm installed?");
        using var gzip = new GZipStream(new MemoryStream(Plotly.ReadEmbedded()), CompressionMode.Decompress);

        Assert.Equal("sha384-" + Convert.ToBase64String(SHA384.HashData(gzip)), Plotly.Source.Integrity);
    }

    [Fact]
    public void Source_Version_IsThatOfPackageJson()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "lib", "package.json")))!;

        Assert.Equal((string?)package["dependencies"]!["plotly.js-dist-min"], Plotly.Source.Version);
        Assert.Contains("@" + Plotly.Source.Version + "/", Plotly.Source.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void LockFile_EveryPackage_HasAHashAndNoAddress()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "lib", "package-lock.json")))!["packages"]!.AsObject();

        Assert.All(packages.Where(p => p.Key.Length > 0), p =>
        {
            Assert.NotNull(p.Value!["integrity"]);
            Assert.Null(p.Value!["resolved"]);
        });
    }
}
