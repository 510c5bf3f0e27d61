namespace Course.Torch.Tests;

/// <summary>The instruction set that tests/run.sh asked for in this run of the suite.</summary>
public static class Instructions
{
    public const string Variable = "COURSE_TORCH_INSTRUCTIONS";

    /// <summary>"no AVX-512", "no AVX2", "none", or null: whatever the machine has.</summary>
    public static string? Asked { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// Repetitions of what does not depend on instructions (memory, fuzz): all of them; a tenth in the runs with some
    /// switched off; a fiftieth with none, where a vector is a loop in software.
    /// </summary>
    public static int Repetitions(int all) => Asked switch { null => all, "none" => all / 50, _ => all / 10 };
}
