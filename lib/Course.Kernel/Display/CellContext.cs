namespace Course.Kernel.Display;

/// <summary>Finds the cell that the current thread, task or timer belongs to: it follows the flow of execution out of a cell.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<RunningCell?> Flowing = new();
    private static RunningCell? _latest;

    [ThreadStatic]
    private static bool _isHost;

    /// <summary>
    /// The session whose cell started this flow; for threads that carry none, the one that ran a cell last. Null on a
    /// thread of the host: what it writes to the console while it hears of output must not come back to it as output.
    /// </summary>
    public static ICellHost? Current => _isHost ? null : (Flowing.Value ?? Volatile.Read(ref _latest))?.Host;

    /// <summary>Who hears of what this flow shows in a session: the listener of the cell that started it; null where that is no cell of the session.</summary>
    public static ICellEvents? EventsIn(ICellHost session) => Flowing.Value is { } cell && cell.Host == session ? cell.Events : null;

    /// <summary>The current thread is the host's from now on.</summary>
    public static void EnterHost() => _isHost = true;

    public static void Enter(ICellHost session, ICellEvents events)
    {
        var cell = new RunningCell(session, events);
        Flowing.Value = cell;
        Volatile.Write(ref _latest, cell);
    }

    public static void Forget(ICellHost session)
    {
        if (Volatile.Read(ref _latest) is { } latest && latest.Host == session)
        {
            Interlocked.CompareExchange(ref _latest, null, latest);
        }
    }

    private sealed record RunningCell(ICellHost Host, ICellEvents Events);
}
