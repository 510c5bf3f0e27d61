using System.CommandLine;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Commands;

/// <summary><c>course data</c>: the data sets, through the library that the notebooks use.</summary>
internal static class DataCommand
{
    private static readonly Argument<string> NameArgument = new("name") { Description = "The data set, as course data list names it" };

    internal static Command Create()
    {
        var list = new Command("list", "Name the data sets, with sizes, licences and where they are");
        list.SetAction(_ => (int)Run("Data.List()"));
        var fetch = new Command("fetch", "Download a data set that is not in the repository, check it and keep it") { NameArgument };
        fetch.SetAction(parsed => (int)Run($"Data.Fetch({Quote(parsed.GetValue(NameArgument)!)})"));
        var verify = new Command("verify", "Compare every file with its size and SHA-256");
        verify.SetAction(_ => (int)Run("Data.Verify()"));
        return new Command("data", "List, fetch and verify the data sets") { list, fetch, verify };
    }

    // This program does not know lib/Course; a session loads it as a notebook would.
    private static ExitCode Run(string call)
    {
        var folders = CourseFolders.Find();
        var (output, errors) = (Console.Out, Console.Error); // before the session takes the console for its cells
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
