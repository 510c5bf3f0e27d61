using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Benchmarks;
using Course.Benchmarks.Kernel;
using Course.Benchmarks.Serve;
using Course.Benchmarks.Session;
using Course.Benchmarks.Torch;
using Course.Kernel;

// Each suite measures one part of the course and yields rows as it goes; add yours here.
var suites = new Dictionary<string, Suite>
{
    ["kernel"] = new("", KernelSuite.Run),
    ["serve"] = new("", ServeSuite.Run),
    ["session"] = new("", SessionSuite.Run),
    ["torch"] = new(Comparison.Heading, TorchSuite.Run),
};

if (args is [PeakMemory.Verb, .. var request])
{
    return PeakMemory.Report(request); // a child of the torch suite
}

if (args is not [var name, "--json", var file] || !suites.TryGetValue(name, out var suite))
{
    Console.Error.WriteLine($"usage: Course.Benchmarks -- {string.Join('|', suites.Keys)} --json FILE");
    return 2;
}

var rows = new List<object>(); // written by their own type
Console.WriteLine(suite.Heading);
foreach (var row in suite.Run())
{
    Console.WriteLine(row.Line());
    rows.Add(row);
}

var layout = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
AtomicFile.WriteAllText(file, JsonSerializer.Serialize(rows, layout) + "\n");
return 0;
