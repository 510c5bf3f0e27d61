using System.Reflection;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using System.Text.Json;
using Course.Kernel.Display;
using Course.Kernel.Script;
using Course.Kernel.Session;
using Course.Web.Session;

namespace Course.Web.Worker;

/// <summary>What worker.js calls, and what it answers.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Tab
{
    private const string Notebooks = "/course/notebooks";
    private const string Packages = "/course/packages";
    private const string Home = "/course/home";

    private static readonly LateFiles Late = new(Page.ReadFile);
    private static readonly TabFiles Files = new(Late);
    private static readonly KeptFiles Kept = new([Notebooks, Home], Home + "/data");
    private static TabSession? _session;

    private static TabSession Session => _session ?? throw new InvalidOperationException("Start comes first.");

    /// <summary>An assembly that cells may use.</summary>
    [JSExport]
    internal static void AddAssembly(string name, byte[] image, bool isOurs) => Files.Add(name, image, isOurs);

    /// <summary>Assemblies that cells may use, and that are fetched when one does.</summary>
    [JSExport]
    internal static void AddLate(string[] names) => Array.ForEach(names, Late.Add);

    /// <summary>A file of the virtual disk.</summary>
    [JSExport]
    internal static void WriteFile(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Course.Torch calculates with these from now on.</summary>
    /// <param name="entry">Where the runtime's table of functions has them.</param>
    [JSExport]
    internal static void UseKernels(int entry) => AppContext.SetData("Course.Torch.Kernels", (nint)entry);

    /// <summary>Starts the session; all assemblies are there.</summary>
    [JSExport]
    internal static async Task Start(string tier)
    {
        await Task.Run(static () => { }); // from now on this thread counts as one of the pool, and who waits for a queued task can run it
        AssemblyLoadContext.Default.Resolving += (_, name) => LoadLate(name);
        FrameworkReferences.Files = Files;
        Environment.SetEnvironmentVariable("COURSE_HOME", Home);
        Environment.SetEnvironmentVariable("COURSE_TIER", tier);
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Notebooks);
        Directory.SetCurrentDirectory(Notebooks);
        CellSeams.Install();
        AppContext.SetData("Course.Torch.Finalizers", (Action)Page.RunFinalizers);
        AppContext.SetData("Notebook.SiteFile", (Func<string, byte[]?>)Page.ReadFile);
        AppContext.SetData("Notebook.HasPlotly", true);
        AppContext.SetData("Notebook.Alarm", (Func<TimeSpan, Action, IDisposable>)TabStop.SetAlarm);
        var folders = Directory.GetDirectories(Packages).ToDictionary(folder => Path.GetFileName(folder), folder => folder);
        Kept.Start();
        _session = new TabSession(new Page(), Notebooks, new TabPackages(folders), TimeProvider.System);
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>ok, error or interrupted.</returns>
    [JSExport]
    internal static async Task<string> Run(int cell, string code, string name)
    {
        var result = await Session.RunAsync(cell, code, name);
        Kept.Tell();
        return result.Status switch
        {
            CellStatus.Completed => "ok",
            CellStatus.Interrupted => "interrupted",
            _ => "error",
        };
    }

    /// <summary>Ends the waits of the running cell if it is to stop. Called while one waits; fails where it has ended the runtime.</summary>
    [JSExport]
    internal static void Watch(bool isStopping)
    {
        if (isStopping)
        {
            Session.Stop();
        }
    }

    /// <summary>What may stand at a place: JSON of start, end and items.</summary>
    [JSExport]
    internal static string Complete(string code, int position)
    {
        var completion = Session.Assistant.Complete(code, position);
        return Json(new TabCompletion(completion.Start, completion.End, [.. completion.Matches.Select(match => new TabCompletionItem(match.Text, Kind(match.Kind), ""))]));
    }

    /// <summary>What stands at a place; null if nothing is known of it.</summary>
    [JSExport]
    internal static string? Inspect(string code, int position) => Session.Assistant.Inspect(code, position);

    /// <summary>The compiler's complaints about a cell that is not run yet: JSON.</summary>
    [JSExport]
    internal static string Check(string code) => JsonSerializer.Serialize(Session.Assistant.Problems(code), TabJson.Default.IReadOnlyListCodeProblem);

    // In the editor's words, which are not Jupyter's.
    private static string Kind(string kind) => kind switch
    {
        "function" => "method",
        "module" => "namespace",
        "instance" => "local",
        _ => kind,
    };

    // What hardly any cell needs does not come with the page.
    private static Assembly? LoadLate(AssemblyName name)
    {
        if (Late.Read(name.Name!) is not { } image)
        {
            return null;
        }

        using var stream = new MemoryStream(image);
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }

    private static string Json(TabCompletion completion) => JsonSerializer.Serialize(completion, TabJson.Default.TabCompletion);
}
