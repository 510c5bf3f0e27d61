namespace Course.Kernel.Formatting;

/// <summary>
/// Whether .NET Interactive's formatters are in use. They always are but in a browser, where waking them fetches megabytes: there they sleep until a cell
/// refers to them, or shows what nothing else can.
/// </summary>
internal static class FormatterUse
{
    private static Action? _wake;

    /// <summary>False while no cell can have told them anything.</summary>
    public static bool HasBegun => _wake is null;

    /// <summary>Lets them sleep; before the first cell.</summary>
    /// <param name="wake">What is to be done when they wake.</param>
    public static void Defer(Action wake) => _wake = wake;

    /// <summary>A cell refers to them.</summary>
    public static void Begin() => Interlocked.Exchange(ref _wake, null)?.Invoke();
}
