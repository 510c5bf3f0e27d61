namespace Course.Kernel.Session;

/// <summary>Finds the session that the current thread, task or timer belongs to: it follows the flow of execution out of a cell.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<ScriptSession?> Flowing = new();
    private static ScriptSession? _latest;

    /// <summary>The session whose cell started this flow; for threads that carry none, the one that ran a cell last.</summary>
    public static ScriptSession? Current => Flowing.Value ?? Volatile.Read(ref _latest);

    public static void Enter(ScriptSession session)
    {
        Flowing.Value = session;
        Volatile.Write(ref _latest, session);
    }

    public static void Forget(ScriptSession session) => Interlocked.CompareExchange(ref _latest, null, session);
}
