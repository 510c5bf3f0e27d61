using System.Diagnostics;
using Course.Browser.Tests.Support;
using Course.Kernel.Notebooks;

namespace Course.Browser.Tests.Guests;

/// <summary>One notebook with a chart of each kind, made with the real Plotly.NET in C#, run by <c>course run</c> and exported.</summary>
public sealed class GuestNotebook : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("course-guest-").FullName;
    private readonly StaticServer _server;

    /// <summary>Runs it.</summary>
    public GuestNotebook()
    {
        var path = Path.Combine(_folder, "guest.ipynb");
        var notebook = new NotebookDocument { Path = path };
        foreach (var (index, source) in Charts.Values.Prepend(SetUp).Index())
        {
            notebook.Cells.Add(new NotebookCell { Id = $"c{index}", Kind = CellKind.Code, Source = source });
        }

        File.WriteAllText(path, notebook.ToJson());
        Run(path);
        Executed = NotebookDocument.Load(Path.Combine(_folder, "out", "notebooks", "guest.ipynb"));
        _server = new StaticServer(Path.Combine(_folder, "out", "site"));
    }

    /// <summary>The last line of a cell, for each kind of chart.</summary>
    public static IReadOnlyDictionary<string, string> Charts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["scatter"] = """C.Point<double, double, string>(x, y, Name: "birds").WithXAxisStyle<double, double, string>(TitleText: "flipper (mm)").WithYAxisStyle<double, double, string>(TitleText: "mass (g)")""",
        ["line"] = """C.Combine([C.Line<double, double, string>(x, y, Name: "train"), C.Line<double, double, string>(y, x, Name: "test")])""",
        ["bar"] = """C.Column<double, string, string>(y, Some(names))""",
        ["histogram"] = """C.Histogram<double, double, string>(X: Some(x))""",
        ["box"] = """C.BoxPlot<double, double, string>(Y: Some(y), Name: "fold 1")""",
        ["violin"] = """C.Violin<double, double, string>(Y: Some(y))""",
        ["heat map"] = """C.Heatmap<double, double, double, string>(z)""",
        ["contour"] = """C.Contour<double, double, double, string>(z)""",
        ["surface"] = """C.Surface<double, double, double, string>(z)""",
        ["polar"] = """C.PointPolar<double, double, string>(x, y)""",
        ["sankey"] = """C.Sankey<double, string>(["letters", "vowels", "others"], [(0, 1), (0, 2)], [5.0, 21.0])""",
        ["subplots"] = """C.Grid([C.Point<double, double, string>(x, y), C.Line<double, double, string>(x, y)], 1, 2)""",
        ["ours through JSON"] = """Course.Chart.FromJson(Course.Chart.Line([1.0, 2, 4], "ours").Title("Through JSON").ToPlotlyJson())""",
    };

    /// <summary>With the outputs of the run.</summary>
    public NotebookDocument Executed { get; }

    /// <summary>The exported page.</summary>
    public string Page => _server.Address + "guest.html";

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private const string SetUp = """
        #r "nuget: Course, 1.0.0"
        #r "nuget: Plotly.NET, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        using Plotly.NET;
        using Plotly.NET.CSharp;
        using C = Plotly.NET.CSharp.Chart;
        double[] x = [1, 2, 3, 4], y = [2, 3, 5, 4];
        double[][] z = [[1, 2, 3], [2, 4, 6], [3, 6, 9]];
        string[] names = ["a", "b", "c", "d"];
        Optional<IEnumerable<T>> Some<T>(T[] values) => new(values, true);
        """;

    private void Run(string path)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Checkout.Cli, "course.dll"), "run", path, "--tier", "fast", "--out", Path.Combine(_folder, "out")])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, string.Join('\n', said.GetAwaiter().GetResult()));
    }
}
