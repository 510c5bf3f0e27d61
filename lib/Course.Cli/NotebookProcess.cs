using Course.Cli.Backends;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli;

/// <summary>The hidden verb: this process runs one notebook for another <c>course</c> process.</summary>
internal static class NotebookProcess
{
    internal static int Run(string pipe)
    {
        OpenMp.Sleep();
        NotebookWorker.Run(pipe, StartSession);
        return 0;
    }

    private static NotebookWorker.RunCell StartSession(string workingDirectory)
    {
        var session = new ScriptSession(new SessionOptions
        {
            WorkingDirectory = workingDirectory,
            PackageOverrides = CoursePackage.Overrides,
            OutputDelay = TimeSpan.Zero,
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => session.Flush(); // a cell may call Environment.Exit
        return session.Run;
    }
}
