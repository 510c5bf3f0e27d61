using Course.Kernel.Formatting;

namespace Course.Kernel.Display;

/// <summary>Something that a cell has shown and may change, from any thread and from later cells.</summary>
public sealed class DisplayedValue
{
    private readonly CellDisplay _display;
    private readonly IReadOnlyList<string> _mimeTypes;

    internal DisplayedValue(CellDisplay display, string id, IReadOnlyList<string> mimeTypes)
    {
        _display = display;
        _mimeTypes = mimeTypes;
        Id = id;
    }

    /// <summary>Unique in the session.</summary>
    public string Id { get; }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="value">Anything; formatted as the first value was.</param>
    public void Update(object? value) => _display.Update(ValueFormatter.Format(value, _mimeTypes), Id);
}
