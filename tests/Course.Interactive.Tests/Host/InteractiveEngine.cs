using System.Diagnostics;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace Course.Interactive.Tests.Host;

/// <summary>.NET Interactive's own engine, put together as its tool does, with what the course's notebooks use.</summary>
internal static class InteractiveEngine
{
    // The library's slot for reports. The one for displays stays empty: the library must find .NET Interactive's own.
    private const string ReportSlot = "Notebook.Report";

    public static async Task<NotebookRun> RunAsync(string path)
    {
        Directory.SetCurrentDirectory(Path.GetDirectoryName(path)!);
        var reports = new List<string>();
        AppContext.SetData(ReportSlot, new Action<string>(reports.Add));
        using var kernel = Create();
        var document = await InteractiveDocument.LoadAsync(new FileInfo(path), Languages());
        var cells = new List<CellRun>();
        foreach (var element in document.Elements.Where(element => element.KernelName == "csharp"))
        {
            cells.Add(await RunAsync(kernel, element));
        }

        using var self = Process.GetCurrentProcess();
        return new(cells, reports, self.PeakWorkingSet64 / 1e6);
    }

    private static CompositeKernel Create()
    {
        var csharp = new CSharpKernel()
            .UseNugetDirective(
                (kernel, resolved) =>
                {
                    kernel.AddAssemblyReferences(resolved.SelectMany(package => package.AssemblyPaths));
                    return Task.CompletedTask;
                },
                false)
            .UseKernelHelpers()
            .UseWho()
            .UseValueSharing();
        var root = new CompositeKernel();
        root.Add(csharp, ["c#"]);
        root.Add(new HtmlKernel());
        root.DefaultKernelName = "csharp";
        return root;
    }

    private static KernelInfoCollection Languages()
    {
        var languages = new KernelInfoCollection { new("csharp", "C#", ["c#"]), new("html", "HTML"), new("markdown", "Markdown") };
        languages.DefaultKernelName = "csharp";
        return languages;
    }

    private static async Task<CellRun> RunAsync(Kernel kernel, InteractiveDocumentElement element)
    {
        var result = await kernel.SendAsync(new SubmitCode(element.Contents, "csharp"));
        var failure = result.Events.OfType<CommandFailed>().FirstOrDefault();
        return new(element.Id ?? "", failure?.Message, [.. result.Events.OfType<DisplayEvent>().Select(Output)], element.Contents.StartsWith("// optional", StringComparison.Ordinal));
    }

    private static CellOutput Output(DisplayEvent shown) =>
        new(shown.GetType().Name, shown.ValueId, shown.FormattedValues.ToDictionary(form => form.MimeType, form => form.Value));
}
