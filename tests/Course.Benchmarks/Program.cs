using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Benchmarks;
using Course.Benchmarks.Kernel;
using Course.Benchmarks.Serve;
using Course.Benchmarks.Session;
using Course.Benchmarks.Torch;
using Course.Kernel;

if (args is [EngineLoop.Verb, var threads])
{
    return EngineLoop.Serve(int.Parse(threads, CultureInfo.InvariantCulture), "1.0", step => step); // a child of the torch report: the loop a learner writes, nothing is disposed
}

var json = new Option<FileInfo>("--json") { Required = true, Description = "The figures go to this file" };
var only = new Option<string>("--only") { Description = "Parts or parts of names, with commas: steps,matmul 128,GELU", DefaultValueFactory = _ => "" };
var rounds = new Option<int>("--rounds") { Description = "How often each figure is taken", DefaultValueFactory = _ => 5 };
only.Validators.Add(result =>
{
    if (Selection.Of(result.GetValueOrDefault<string>()).Trouble is { } trouble)
    {
        result.AddError(trouble);
    }
});
rounds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--rounds is at least 1");
    }
});

// Each suite measures one part of the course and yields rows as it goes; add yours here.
var root = new RootCommand("Measures a part of the course on this machine; leave it alone meanwhile");
foreach (var (name, suite) in new Dictionary<string, Func<IEnumerable<IRow>>>
{
    ["kernel"] = KernelSuite.Run,
    ["serve"] = ServeSuite.Run,
    ["session"] = SessionSuite.Run,
})
{
    var command = new Command(name) { json };
    command.SetAction(parsed => Save(parsed.GetValue(json)!, Rows(suite)));
    root.Add(command);
}

var torch = new Command("torch", "Against TorchSharp, PyTorch and this machine's limit") { json, only, rounds };
torch.SetAction(parsed =>
{
    Save(parsed.GetValue(json)!, new TorchReport(Selection.Of(parsed.GetValue(only)!), parsed.GetValue(rounds), Console.WriteLine, Console.Error.WriteLine).Run());
});
root.Add(torch);
return root.Parse(args).Invoke();

static List<object> Rows(Func<IEnumerable<IRow>> suite)
{
    var rows = new List<object>(); // written by their own type
    foreach (var row in suite())
    {
        Console.WriteLine(row.Line());
        rows.Add(row);
    }

    return rows;
}

static void Save(FileInfo file, object figures)
{
    var layout = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    AtomicFile.WriteAllText(file.FullName, JsonSerializer.Serialize(figures, layout) + "\n");
}
