namespace Course.Kernel.Running;

/// <summary>How notebooks are run.</summary>
public sealed record RunnerOptions
{
    /// <summary>The program that runs one notebook.</summary>
    public required ChildCommand Command { get; init; }

    /// <summary><c>browser</c>, <c>fast</c>, <c>laptop</c> or <c>full</c>; the notebook finds it in <c>COURSE_TIER</c>.</summary>
    public string Tier { get; init; } = "fast";

    /// <summary>How long one cell may run.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Notebooks that run at the same time; at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>What each notebook may take in all.</summary>
    public RunLimits Limits { get; init; } = new();

    /// <summary>Whether a variable of this process is passed on to the notebooks' processes; all are, unless somebody else wrote the notebooks.</summary>
    public Func<string, bool> PassesOn { get; init; } = static _ => true;

    /// <summary>Variables for the notebooks' processes, beside those that every run sets; these win.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>True: no further notebook is started after one that failed.</summary>
    public bool FailFast { get; init; }
}
