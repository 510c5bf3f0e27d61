using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Course.Kernel.Export;

/// <summary>Sets the formulas of a site with KaTeX, all at once, so that pages need no script to show them.</summary>
/// <remarks>
/// KaTeX is JavaScript; Node, which fetched it at build time, runs it. Pages are rendered with a mark for each formula, which <see cref="Fill"/> replaces.
/// Where Node or KaTeX is missing, the mark becomes the formula's TeX, and the page's script sets it as before.
/// </remarks>
internal sealed partial class Typesetter(string webAssets)
{
    private const string Program = """
        const katex = require(process.argv[1]);
        let text = "";
        process.stdin.setEncoding("utf8").on("data", (part) => text += part).on("end", () => {
          const set = JSON.parse(text).map(([tex, displayMode]) => katex.renderToString(tex, { displayMode, throwOnError: false, strict: false }));
          process.stdout.write(JSON.stringify(set));
        });
        """;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Tex, bool IsDisplay), int> _places = [];
    private readonly List<(string Tex, bool IsDisplay)> _formulas = [];
    private List<string>? _set;

    /// <summary>Whether the formulas are set; else the pages need KaTeX's script.</summary>
    public bool IsSet => _set is not null;

    /// <summary>A mark where the formula is to stand.</summary>
    public string Mark(string tex, bool isDisplay)
    {
        if (!_places.TryGetValue((tex, isDisplay), out var place))
        {
            _places[(tex, isDisplay)] = place = _formulas.Count;
            _formulas.Add((tex, isDisplay));
        }

        return string.Create(CultureInfo.InvariantCulture, $"\uE000{place}\uE001");
    }

    /// <summary>Sets all formulas that were marked.</summary>
    public void Run()
    {
        var katex = Path.GetFullPath(Path.Combine(webAssets, "katex", "katex.min.js"));
        _set = _formulas.Count > 0 && File.Exists(katex) ? RunNode(katex) : null;
    }

    /// <summary>A page with its formulas in place of the marks.</summary>
    public string Fill(string html) =>
        MarkPattern().Replace(html, mark =>
        {
            var place = int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return place >= _formulas.Count ? "" : _set?[place] ?? Html.Encode(_formulas[place].Tex);
        });

    private List<string>? RunNode(string katex)
    {
        var start = new ProcessStartInfo("node", ["-e", Program, katex])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var node = Process.Start(start)!;
            var output = node.StandardOutput.ReadToEndAsync();
            _ = node.StandardError.ReadToEndAsync();
            node.StandardInput.Write(JsonSerializer.Serialize(_formulas.Select(formula => new object[] { formula.Tex, formula.IsDisplay })));
            node.StandardInput.Close();
            return Answer(node, output);
        }
        catch (Exception e) when (e is Win32Exception or IOException or JsonException)
        {
            return null; // no Node: the page's script does it
        }
    }

    private List<string>? Answer(Process node, Task<string> output)
    {
        if (!node.WaitForExit(LongestRun))
        {
            node.Kill();
            return null;
        }

        var set = node.ExitCode == 0 ? JsonSerializer.Deserialize<List<string>>(output.GetAwaiter().GetResult()) : null;
        return set?.Count == _formulas.Count ? set : null;
    }

    [GeneratedRegex("\uE000(\\d{1,6})\uE001")]
    private static partial Regex MarkPattern();
}
