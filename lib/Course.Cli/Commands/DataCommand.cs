using System.CommandLine;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Commands;

/// <summary><c>course data</c>: the data sets, through the library that the notebooks use.</summary>
internal static class DataCommand
{
    private static readonly Argument<string> NameArgument = new("name") { Description = "The data set, as course data list names it" };

    private static readonly Argument<string?> OptionalName = new("name")
    {
        Description = "One data set, as course data list names it; none: all",
        Arity = ArgumentArity.ZeroOrOne,
    };

    internal static Command Create()
    {
        var list = new Command("list", "Name the data sets, with sizes, licences and where they are");
        list.SetAction(_ => (int)Run("Data.List()", Console.Out));
        var fetch = new Command("fetch", "Download a data set that is not in the repository, check it and keep it") { NameArgument };
        fetch.SetAction(parsed => (int)Fetch(parsed.GetValue(NameArgument)!));
        var verify = new Command("verify", "Compare every file with its size and SHA-256") { OptionalName };
        verify.SetAction(parsed => (int)Run($"Data.Verify({(parsed.GetValue(OptionalName) is { } name ? Quote(name) : "")})", Console.Out));
        return new Command("data", "List, fetch and verify the data sets") { list, fetch, verify };
    }

    private static ExitCode Fetch(string name)
    {
        var (console, said, began) = (Console.Out, new StringWriter(), DateTime.UtcNow);
        var code = Run($"Data.Fetch({Quote(name)})", said);
        if (code == ExitCode.Ok)
        {
            var file = said.ToString().Trim();
            console.WriteLine($"{name}: {Done(file, began)}, and every file is as the manifest says. The first is");
            console.WriteLine(file);
        }

        return code;
    }

    private static string Done(string file, DateTime began) =>
        file.StartsWith(CourseFolders.Find().Datasets + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "part of the repository, nothing to fetch"
        : File.GetLastWriteTimeUtc(file) >= began ? "fetched"
        : "fetched before";

    // This program does not know lib/Course; a session loads it as a notebook would.
    private static ExitCode Run(string call, TextWriter output)
    {
        var folders = CourseFolders.Find();
        var errors = Console.Error; // before the session takes the console for its cells
        using var session = new ScriptSession(new SessionOptions
        {
            WorkingDirectory = Directory.Exists(folders.Notebooks) ? folders.Notebooks : folders.Root,
            PackageOverrides = CoursePackage.Overrides,
        });
        Environment.CurrentDirectory = Directory.Exists(folders.Notebooks) ? folders.Notebooks : folders.Root;
        var result = session.Run($"#r \"nuget: {CoursePackage.Id}, {CoursePackage.Version}\"\nusing Course;\n{call}", new TextEvents(output));
        if (result.Error is not { } error)
        {
            return ExitCode.Ok;
        }

        errors.WriteLine($"course: {error.Message}");
        return result.Status == CellStatus.Threw ? ExitCode.MissingData : ExitCode.NotReady;
    }

    private static string Quote(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
