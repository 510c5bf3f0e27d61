namespace Course;

/// <summary>The process-wide slots by which our kernel serves the library. They hold delegates of BCL types, so neither side references the other.</summary>
internal static class KernelSlots
{
    public const string DisplaySlot = "Notebook.Display";
    public const string ReportSlot = "Notebook.Report";
    public const string EndLoopsSlot = "Notebook.EndLoops";
    public const string CheckLimitSlot = "Notebook.CheckLimit";
    public const string CommandSlot = "Notebook.Command";
    public const string HasPlotlySlot = "Notebook.HasPlotly";
    public const string AlarmSlot = "Notebook.Alarm";
    public const string SiteFileSlot = "Notebook.SiteFile";

    /// <summary>Shows a value now and returns what replaces it; null outside our kernel.</summary>
    public static Func<object, Action<object>>? Display => AppContext.GetData(DisplaySlot) as Func<object, Action<object>>;

    /// <summary>Takes one JSON object: a headline or the outcome of an exercise.</summary>
    public static Action<string>? Report => AppContext.GetData(ReportSlot) as Action<string>;

    /// <summary>Ends the loops of the cell that runs (true), or lets them run again (false); null outside our kernel.</summary>
    public static Action<bool>? EndLoops => AppContext.GetData(EndLoopsSlot) as Action<bool>;

    /// <summary>The longest that any check may run, where a test has set one.</summary>
    public static TimeSpan? CheckLimit => AppContext.GetData(CheckLimitSlot) as TimeSpan?;

    /// <summary>Whether the page that shows the notebook has plotly.js.</summary>
    public static bool HasPlotly => AppContext.GetData(HasPlotlySlot) is true;

    /// <summary>Calls back after a time from inside the cell's loops, until it is disposed of; null where a timer can, since there are threads.</summary>
    public static Func<TimeSpan, Action, IDisposable>? Alarm => AppContext.GetData(AlarmSlot) as Func<TimeSpan, Action, IDisposable>;

    /// <summary>Reads a file of the web site that the notebook's page belongs to, null where there is none of that path; null outside a browser.</summary>
    public static Func<string, byte[]?>? SiteFile => AppContext.GetData(SiteFileSlot) as Func<string, byte[]?>;

    /// <summary>How to start the <c>course</c> command that this kernel belongs to: a program and its first arguments; null outside our kernel.</summary>
    public static string[]? Command => AppContext.GetData(CommandSlot) as string[];
}
