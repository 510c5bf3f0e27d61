namespace Course;

/// <summary>A value on the screen that may be replaced in place.</summary>
public sealed class Shown
{
    private readonly Action<object>? _update;

    internal Shown(Action<object>? update) => _update = update;

    /// <summary>Whether <see cref="Update"/> replaces the picture. False in Verso and on a console.</summary>
    public bool CanUpdate => _update is not null;

    /// <summary>Replaces what was shown. Where the host cannot, nothing happens: show the final state once instead.</summary>
    public void Update(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _update?.Invoke(value);
    }
}
