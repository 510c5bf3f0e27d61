using System.Text.Json.Nodes;

namespace Course.Interactive.Tests;

/// <summary>The tool that learners of .NET Interactive have, as a kernel of Debian's Jupyter.</summary>
[Collection(PackedCourse.Collection)]
public sealed class ShippedToolTests(PackedCourse course)
{
    private const string Notebook = "01-neuron-and-mse.ipynb";

    private const string Optional = "plotly-net-chart";

    [ShippedToolFact]
    public void Execute_OfANotebookInJupyter_ShowsItsCharts()
    {
        var kernels = Directory.CreateDirectory(course.At("jupyter/kernels/interactive")).FullName;
        File.WriteAllText(Path.Combine(kernels, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray(ShippedToolFactAttribute.Program, "jupyter", "--default-kernel", "csharp", "{connection_file}"),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
        }.ToJsonString());

        // Without that flag nbconvert ends where a cell fails, and the cell with Plotly.NET does: FSharp.Core is too old there.
        course.Start(
            "/usr/bin/python3",
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--ExecutePreprocessor.kernel_name=interactive", "--output-dir", course.At("executed"), Notebook],
            ("JUPYTER_PATH", course.At("jupyter")),
            ("IPYTHONDIR", course.At("ipython")),
            ("DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT", "1"),
            ("DOTNET_ROLL_FORWARD", "Major"));

        var cells = JsonNode.Parse(File.ReadAllText(course.At("executed/" + Notebook)))!["cells"]!.AsArray();
        var code = cells.Where(cell => (string?)cell!["cell_type"] == "code").ToList();
        Assert.NotEmpty(code);
        Assert.All(code, cell => Assert.NotNull((int?)cell!["execution_count"]));
        Assert.All(code.Where(cell => (string?)cell!["id"] != Optional), cell => Assert.DoesNotContain(cell!["outputs"]!.AsArray(), output => (string?)output!["output_type"] == "error"));
        Assert.Contains(code.SelectMany(cell => cell!["outputs"]!.AsArray()), output => Html(output!).Contains("data:image/svg+xml;base64,", StringComparison.Ordinal));
    }

    // nbformat allows a text to be a list of lines.
    private static string Html(JsonNode output) =>
        output["data"]?["text/html"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)output["data"]?["text/html"] ?? "";
}
