using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class TypesetterTests : IDisposable
{
    private const string Katex = "exports.renderToString = (tex, { displayMode }) => `<i>${displayMode ? \"display\" : \"inline\"} ${tex}</i>`;";

    private readonly string _web = Directory.CreateTempSubdirectory("typeset-").FullName;

    public void Dispose() => Directory.Delete(_web, recursive: true);

    [Fact]
    public void Formulas_Marked_AreSetAtOnce()
    {
        var typesetter = Typesetter(Katex);
        var page = $"<p>{typesetter.Mark("σ", isDisplay: false)} {typesetter.Mark("a<b", isDisplay: true)} {typesetter.Mark("σ", isDisplay: false)}</p>";
        typesetter.Run();
        Assert.True(typesetter.IsSet);
        Assert.Equal("<p><i>inline σ</i> <i>display a<b</i> <i>inline σ</i></p>", typesetter.Fill(page));
    }

    [Theory]
    [InlineData("no JavaScript (")]
    [InlineData("process.exit(1)")]
    [InlineData("exports.renderToString = () => { throw new Error(); }")]
    [InlineData(null)]
    public void Katex_ThatDoesNotRun_LeavesTex(string? katex)
    {
        var typesetter = Typesetter(katex);
        var page = typesetter.Mark("a<b", isDisplay: false);
        typesetter.Run();
        Assert.False(typesetter.IsSet);
        Assert.Equal("a&lt;b", typesetter.Fill(page));
    }

    [Fact]
    public void Marks_InTheSource_CannotForgeAFormula()
    {
        var typesetter = Typesetter(null);
        typesetter.Run();
        Assert.Equal("x", typesetter.Fill("x\uE0007\uE001"));
    }

    private Typesetter Typesetter(string? katex)
    {
        if (katex is not null)
        {
            Directory.CreateDirectory(Path.Combine(_web, "katex"));
            File.WriteAllText(Path.Combine(_web, "katex", "katex.min.js"), katex);
        }

        return new Typesetter(_web);
    }
}
