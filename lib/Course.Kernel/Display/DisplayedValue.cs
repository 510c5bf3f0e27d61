using Course.Kernel.Formatting;
using Course.Kernel.Session;

namespace Course.Kernel.Display;

/// <summary>Something that a cell has shown and may change, from any thread and from later cells.</summary>
public sealed class DisplayedValue
{
    private readonly ScriptSession _session;
    private readonly IReadOnlyList<string> _mimeTypes;

    internal DisplayedValue(ScriptSession session, IReadOnlyList<string> mimeTypes)
    {
        _session = session;
        _mimeTypes = mimeTypes;
        Id = session.NewDisplayId();
    }

    /// <summary>Unique in the session.</summary>
    public string Id { get; }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="value">Anything; formatted as the first value was.</param>
    public void Update(object? value)
    {
        var data = ValueFormatter.Format(value, _mimeTypes);
        _session.Post(events => events.UpdateDisplay(data, Id));
    }

    internal void Show(object? value)
    {
        var data = ValueFormatter.Format(value, _mimeTypes);
        _session.Post(events => events.Display(data, Id));
    }
}
