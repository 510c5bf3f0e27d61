namespace Course;

/// <summary>The process-wide slots by which our kernel serves the library. They hold delegates of BCL types, so neither side references the other.</summary>
internal static class KernelSlots
{
    public const string DisplaySlot = "Notebook.Display";
    public const string ReportSlot = "Notebook.Report";
    public const string EndLoopsSlot = "Notebook.EndLoops";
    public const string CheckLimitSlot = "Notebook.CheckLimit";
    public const string CommandSlot = "Notebook.Command";

    /// <summary>Shows a value now and returns what replaces it; null outside our kernel.</summary>
    public static Func<object, Action<object>>? Display => AppContext.GetData(DisplaySlot) as Func<object, Action<object>>;

    /// <summary>Takes one JSON object: a headline or the outcome of an exercise.</summary>
    public static Action<string>? Report => AppContext.GetData(ReportSlot) as Action<string>;

    /// <summary>Ends the loops of the cell that runs (true), or lets them run again (false); null outside our kernel.</summary>
    public static Action<bool>? EndLoops => AppContext.GetData(EndLoopsSlot) as Action<bool>;

    /// <summary>The longest that any check may run, where a test has set one.</summary>
    public static TimeSpan? CheckLimit => AppContext.GetData(CheckLimitSlot) as TimeSpan?;

    /// <summary>How to start the <c>course</c> command that this kernel belongs to: a program and its first arguments; null outside our kernel.</summary>
    public static string[]? Command => AppContext.GetData(CommandSlot) as string[];
}
