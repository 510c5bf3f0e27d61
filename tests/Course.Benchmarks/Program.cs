using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Benchmarks;
using Course.Benchmarks.Kernel;
using Course.Benchmarks.Session;
using Course.Benchmarks.Torch;
using Course.Kernel;

// Each suite measures one part of the course and yields rows as it goes; add yours here.
var suites = new Dictionary<string, Func<IEnumerable<Row>>>
{
    ["kernel"] = KernelSuite.Run,
    ["session"] = SessionSuite.Run,
    ["torch"] = TorchSuite.Run,
};

if (args is not [var name, "--json", var file] || !suites.TryGetValue(name, out var suite))
{
    Console.Error.WriteLine($"usage: Course.Benchmarks -- {string.Join('|', suites.Keys)} --json FILE");
    return 2;
}

var rows = new List<Row>();
foreach (var row in suite())
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-60} {row.Value,12:0.###} {row.Unit}{(row.Ratio is { } ratio ? $"   reference {row.Reference:0.###}, {ratio:0.00}x" : "")}"));
    rows.Add(row);
}

var layout = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
AtomicFile.WriteAllText(file, JsonSerializer.Serialize(rows, layout) + "\n");
return 0;
