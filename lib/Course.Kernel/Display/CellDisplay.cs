using Course.Kernel.Formatting;

namespace Course.Kernel.Display;

/// <summary>Where a session shows values.</summary>
/// <param name="post">Tells the host, in order with all other output.</param>
internal sealed class CellDisplay(Action<Action<ICellEvents>> post)
{
    private readonly string _identity = Guid.NewGuid().ToString("N"); // a restarted kernel must not change old displays
    private int _count;

    /// <summary>Shows a value now.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms to show it in; none: its usual ones.</param>
    /// <returns>The handle by which the display can be changed later.</returns>
    public DisplayedValue Show(object? value, params string[] mimeTypes)
    {
        var shown = new DisplayedValue(this, $"{_identity}-{Interlocked.Increment(ref _count)}", mimeTypes);
        var data = ValueFormatter.Format(value, mimeTypes);
        post(events => events.Display(data, shown.Id));
        return shown;
    }

    public void Update(MimeBundle data, string id) => post(events => events.UpdateDisplay(data, id));

    public void Clear(bool wait) => post(events => events.ClearOutput(wait));

    /// <summary>Shows the value in which a cell ends.</summary>
    public void Result(object? value)
    {
        var data = ValueFormatter.Format(value, []);
        post(events => events.Result(data));
    }
}
