namespace Course;

/// <summary>A picture that follows something that changes: redrawn in place at most ten times a second and for a tenth of the time, or shown once in the end where the host cannot update.</summary>
internal sealed class LivePicture(Func<object> draw, INotebookHost host, TimeProvider time) : IDisposable
{
    private readonly Throttle _throttle = new(time);
    private Action<object>? _update;
    private bool _isClosed;

    /// <summary>Call it after every change; most calls cost nothing.</summary>
    public void Changed()
    {
        if (!_isClosed && host.CanUpdate)
        {
            _throttle.Try(Draw);
        }
    }

    /// <summary>Shows the final state.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Draw();
        }
    }

    private void Draw()
    {
        if (_update is null)
        {
            _update = host.Show(draw());
        }
        else
        {
            _update(draw());
        }
    }
}
