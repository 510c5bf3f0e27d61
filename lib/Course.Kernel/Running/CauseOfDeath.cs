using System.Globalization;

namespace Course.Kernel.Running;

/// <summary>Says in a learner's terms why a notebook's process is no more.</summary>
internal static class CauseOfDeath
{
    private const int SignalBase = 128;
    private const int SigKill = 9;
    private const int SigSegv = 11;
    private const int SigTerm = 15;

    /// <summary>Names the cause of an end that nobody here asked for.</summary>
    /// <param name="exitCode">The process's; 128 + n after signal n.</param>
    /// <param name="lastWords">What the runtime wrote to standard error.</param>
    internal static SuddenEnd OfProcess(int? exitCode, string lastWords)
    {
        if (lastWords.Contains("Stack overflow", StringComparison.Ordinal))
        {
            return Died("StackOverflow", "a method called itself until the stack was full, which ends the process; check that the recursion stops");
        }

        if (lastWords.Contains("Out of memory", StringComparison.OrdinalIgnoreCase))
        {
            return Died("OutOfMemory", "the cell asked for more memory than there is, which ended the process; use less data at a time or a smaller tier");
        }

        return exitCode switch
        {
            SignalBase + SigKill => Died("Killed", "the process was killed from outside (signal 9); on a machine short of memory the system does that"),
            SignalBase + SigTerm => Died("Killed", "the process was ended from outside (signal 15)"),
            SignalBase + SigSegv => Died("Crashed", "the process accessed memory that it does not own (signal 11); look for native or unsafe code"),
            > SignalBase and < SignalBase + 65 => Died("Crashed", WithLastWords($"the process was ended by signal {Number(exitCode - SignalBase)}", lastWords)),
            null => Died("Lost", "the process stopped talking and could not be ended"),
            _ => Died("ProcessExited", $"the cell ended the process with exit code {Number(exitCode)}, as Environment.Exit does; return from the cell instead"),
        };
    }

    /// <summary>Says which cell ran too long.</summary>
    /// <param name="cell">1-based position among all cells; null if the process did not get as far as a cell.</param>
    /// <param name="limit">How long it was allowed to.</param>
    internal static SuddenEnd OfTimeout(int? cell, TimeSpan limit) => cell is null
        ? new(RunStatus.Timeout, "Timeout", "the notebook's process did not start to run cells in time; is the machine overloaded?")
        : new(RunStatus.Timeout, "Timeout", $"cell {Number(cell)} ran longer than {Number(limit.TotalSeconds)} s and was stopped; look for an endless loop, or allow more with --timeout");

    private static SuddenEnd Died(string name, string message) => new(RunStatus.ProcessDied, name, message);

    private static string WithLastWords(string message, string lastWords) =>
        lastWords.Trim() is { Length: > 0 } words ? $"{message}: {words.Split('\n')[0].Trim()}" : message;

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "?";
}
