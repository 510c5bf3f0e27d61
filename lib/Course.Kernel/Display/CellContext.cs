namespace Course.Kernel.Display;

/// <summary>Finds the session that the current thread, task or timer belongs to: it follows the flow of execution out of a cell.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<ICellHost?> Flowing = new();
    private static ICellHost? _latest;

    [ThreadStatic]
    private static bool _isHost;

    /// <summary>
    /// The session whose cell started this flow; for threads that carry none, the one that ran a cell last. Null on a
    /// thread of the host: what it writes to the console while it hears of output must not come back to it as output.
    /// </summary>
    public static ICellHost? Current => _isHost ? null : Flowing.Value ?? Volatile.Read(ref _latest);

    /// <summary>The current thread is the host's from now on.</summary>
    public static void EnterHost() => _isHost = true;

    public static void Enter(ICellHost session)
    {
        Flowing.Value = session;
        Volatile.Write(ref _latest, session);
    }

    public static void Forget(ICellHost session) => Interlocked.CompareExchange(ref _latest, null, session);
}
