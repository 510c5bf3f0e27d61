using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using static System.FormattableString;

namespace Course.Cli.Train;

/// <summary>Open MPI's launcher: starts the ranks on this machine, passes on what they say, and ends all when one dies.</summary>
internal static class Mpirun
{
    private const string Program = "mpirun";
    private const int Terminate = 15;   // SIGTERM
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    // Only local ranks: no ssh or rsh is looked for. Memory is copied twice, since containers forbid the ways by which one process
    // reads another's. Ranks that wait let others compute. Whoever has set one of these keeps it.
    private static readonly (string Name, string Value)[] Settings =
    [
        ("OMPI_MCA_plm", "isolated"),
        ("OMPI_MCA_btl", "self,vader"),
        ("OMPI_MCA_btl_vader_single_copy_mechanism", "none"),
        ("OMPI_MCA_mpi_yield_when_idle", "1"),
        (RankProcess.ReportVariable, "1"),
    ];

    /// <summary>Runs this program as so many ranks, to the end.</summary>
    /// <param name="ranks">How many.</param>
    /// <param name="arguments">The program's own.</param>
    /// <param name="hear">Takes each line of their standard output.</param>
    /// <param name="cancel">Ends all of them.</param>
    /// <returns>mpirun's exit code, and all of standard error.</returns>
    /// <exception cref="MpiException">There is no mpirun; says how to get it.</exception>
    internal static (int Code, string Said) Run(int ranks, IEnumerable<string> arguments, Action<string> hear, CancellationToken cancel)
    {
        using var process = Start(ranks, arguments);
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => hear(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (cancel.Register(() => End(process)))
        {
            process.WaitForExit();
        }

        return (process.ExitCode, said.ToString());
    }

    private static Process Start(int ranks, IEnumerable<string> arguments)
    {
        // Always --oversubscribe: mpirun counts cores where .NET counts threads of cores, and would refuse the second of two.
        string[] rights = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["--allow-run-as-root"] : [];
        var start = new ProcessStartInfo(
            Program, [.. rights, "--oversubscribe", "--bind-to", "none", "-n", Invariant($"{ranks}"), .. Tool.ThisProgram(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings.Append(("DOTNET_PROCESSOR_COUNT", Invariant($"{Math.Max(1, Environment.ProcessorCount / ranks)}"))))
        {
            start.Environment.TryAdd(name, value);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new MpiException(
                "training in several processes needs Open MPI, and there is no program mpirun here. On Debian and Ubuntu: apt-get install openmpi-bin; on macOS: brew install open-mpi; Windows has it inside WSL");
        }
    }

    // mpirun passes it on, and waits for its ranks.
    private static void End(Process process)
    {
        if (OperatingSystem.IsWindows() || Kill(process.Id, Terminate) != 0 || !process.WaitForExit(Farewell))
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
