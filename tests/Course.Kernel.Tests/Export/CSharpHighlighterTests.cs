using System.Net;
using System.Text.RegularExpressions;
using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class CSharpHighlighterTests
{
    public static TheoryData<string> Sources =>
    [
        "",
        "#r \"nuget: Course, 1.0.0\"\nusing Course;\n\nNotebook.Open(\"01\")",
        "double Neuron(double x, double w, double b) => w * x + b;   // a line\n\n\tNeuron(200, w: 40, b: -4000)",
        "var s = $\"{a:F2} <{b}>\" + @\"c:\\d\" + \"\"\"raw \"text\" \"\"\"; /* block\ncomment */",
        "#if DEBUG\nhidden\n#endif\nvisible",
        "#!time\nint x = 1;",
        "if (x is > 0.5 and not double.NaN) throw new E<int[]>(nameof(x));",
        "class { ) } ((( \"open\nstring 'x",
        "record P(int A); enum E { A, B } foreach (var (k, v) in d) { }\r\n",
        "// only a comment",
        "σ′ = ŷ − y; // Δ",
        "x = .Length",
        ".A.B(.C)",
        "@",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_Highlighted_KeepsEveryCharacter(string source) =>
        Assert.Equal(source, WebUtility.HtmlDecode(Regex.Replace(CSharpHighlighter.ToHtml(source), "<[^>]*>", "")));

    // What recursion does to a parser: seconds, or the end of the process.
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("{", "", "}")]
    [InlineData("(", "", "")]
    [InlineData("a<", "", "")]
    [InlineData("f(", "", ")")]
    [InlineData("$\"{", "1", "}\"")]
    [InlineData("(a,", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("(int)", "1", "")]
    [InlineData("if(a)", "b();", "")]
    [InlineData("x=>", "1", "")]
    [InlineData("a?b:", "c", "")]
    public void Source_NestedTwentyThousandDeep_IsShown(string open, string core, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 20_000)) + core + string.Concat(Enumerable.Repeat(close, 20_000));
        Assert.Equal(source, WebUtility.HtmlDecode(Regex.Replace(CSharpHighlighter.ToHtml(source), "<[^>]*>", "")));
    }

    [Theory]
    [InlineData("var x = 1;", "var", 'k')]
    [InlineData("return x;", "return", 'k')]
    [InlineData("var x = 1.5e-3;", "1.5e-3", 'n')]
    [InlineData("var x = \"text\";", "&quot;text&quot;", 's')]
    [InlineData("new List<int>()", "List", 't')]
    [InlineData("Penguin p = null;", "Penguin", 't')]
    [InlineData("Chart.Line(x)", "Chart", 't')]
    [InlineData("Chart.Line(x)", "Line", 'f')]
    [InlineData("record Layer(int In);", "Layer", 't')]
    [InlineData("double F(double x) => x;", "F", 'f')]
    [InlineData("x; // why", "// why", 'c')]
    [InlineData("#r \"nuget: Course\"\nx", "#r &quot;nuget: Course&quot;", 'd')]
    public void Token_ByItsRole_HasItsColour(string source, string token, char kind) =>
        Assert.Contains($"<span class=\"{kind}\">{token}</span>", CSharpHighlighter.ToHtml(source), StringComparison.Ordinal);

    [Fact]
    public void Capital_ThatIsALocal_IsNoType() =>
        Assert.DoesNotContain("class=\"t\">W<", CSharpHighlighter.ToHtml("var W = new double[3];\nW.Length"), StringComparison.Ordinal);
}
