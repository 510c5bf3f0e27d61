namespace Course;

/// <summary>The process-wide slots by which our kernel serves the library. They hold delegates of BCL types, so neither side references the other.</summary>
internal static class KernelSlots
{
    public const string DisplaySlot = "Notebook.Display";
    public const string ReportSlot = "Notebook.Report";

    /// <summary>Shows a value now and returns what replaces it; null outside our kernel.</summary>
    public static Func<object, Action<object>>? Display => AppContext.GetData(DisplaySlot) as Func<object, Action<object>>;

    /// <summary>Takes one JSON object: a headline or the outcome of an exercise.</summary>
    public static Action<string>? Report => AppContext.GetData(ReportSlot) as Action<string>;
}
