using System.Diagnostics;
using System.Text.Json;
using static System.FormattableString;

namespace Course;

/// <summary>Trains notebook 12's network in several processes of this machine, through <c>course train 12</c> and Open MPI.</summary>
public static class Ranks
{
    private const string Variable = "PATH";

    /// <summary>Why no processes can be started here, and how to mend that; null if they can.</summary>
    public static string? Obstacle =>
        Find("mpirun") is null ? "There is no `mpirun` here: Open MPI is not installed. " + MpiAdvice.Install
        : Command is null ? "There is no `course` command here: open the notebook in the course's own kernel (`course lab`), or put `course` into the PATH."
        : null;

    // What our kernel says of itself; elsewhere the command has to be in the PATH.
    private static string[]? Command => KernelSlots.Command ?? (Find("course") is { } found ? [found] : null);

    /// <summary>Starts so many ranks and waits for them.</summary>
    /// <param name="ranks">How many processes.</param>
    /// <param name="steps">How many steps of the tier's plan.</param>
    /// <returns>The loss of every step, over the whole batch.</returns>
    /// <exception cref="InvalidOperationException">They cannot be started, or one died; the message is what the command said.</exception>
    public static double[] Train(int ranks, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (Obstacle is { } obstacle)
        {
            throw new InvalidOperationException(obstacle);
        }

        var folder = Directory.CreateTempSubdirectory("course-ranks-").FullName;
        try
        {
            var losses = Path.Combine(folder, "losses.json");
            Run([.. Command!, "train", "12", "--ranks", Invariant($"{ranks}"), "--steps", Invariant($"{steps}"), "--tier", Tier.Name,
                "--checkpoint", Path.Combine(folder, "run.checkpoint"), "--losses", losses]);
            return JsonSerializer.Deserialize<double[]>(File.ReadAllText(losses))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException((errors.Result.Trim() is { Length: > 0 } said ? said : output.Result.Trim())
                + Invariant($" (exit code {process.ExitCode})"));
        }
    }

    private static string? Find(string program) => OperatingSystem.IsBrowser() ? null
        : (Environment.GetEnvironmentVariable(Variable) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}
