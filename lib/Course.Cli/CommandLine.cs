using System.CommandLine;
using System.CommandLine.Invocation;
using Course.Cli.Commands;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli;

/// <summary>The <c>course</c> command.</summary>
internal static class CommandLine
{
    // Time for a stopped run to kill its notebooks and to write what it has, for Jupyter to end its kernels: more than either
    // takes on a machine with much else to do. Whoever is cut off in the middle leaves processes behind.
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    internal static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (args.Length > 0 && parsed.Action is ParseErrorAction)
        {
            return Fail(Misunderstanding.Of(parsed), ExitCode.Usage); // one line, not the whole help
        }

        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopPatience,
            });
            return parsed.Action is ParseErrorAction ? (int)ExitCode.Usage : code;
        }
        catch (UsageException e)
        {
            return Fail(e.Message, ExitCode.Usage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, ExitCode.OutputFailed);
        }
    }

    internal static RootCommand Create() => new("A C# deep-learning course in notebooks: runs, checks and exports them.")
    {
        RunCommand.Create(),
        ExportCommand.Create(),
        CheckCommand.Create(),
        DataCommand.Create(),
        DoctorCommand.Create(),
        PackCommand.Create(),
        LabCommand.Create(),
        KernelCommand.Create(),
        BackendCommand.Create(),
        BenchCommand.Create(),
        TrainCommand.Create(),
        ServeCommand.Create(),
        GradeCommand.Create(),
    };

    private static int Fail(string message, ExitCode code)
    {
        Terminal.Terminals.Error.MarkupLineInterpolated($"[red]course: {message}[/]");
        return (int)code;
    }
}
