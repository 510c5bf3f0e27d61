using System.ComponentModel;

namespace Course.Kernel.Session;

/// <summary>What loops in cells call, so that an interrupt ends them, on whatever thread they run. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    private static int _requests;

    /// <summary>Ends the calling cell if it is to stop. Costs one comparison otherwise.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void Check()
    {
        if (_requests != 0)
        {
            CellContext.Current?.ThrowIfStopping();
        }
    }

    /// <summary><see cref="Check"/> where an expression is wanted.</summary>
    /// <returns>True.</returns>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static bool Passed()
    {
        Check();
        return true;
    }

    internal static void Request() => Interlocked.Increment(ref _requests);

    internal static void Settle() => Interlocked.Decrement(ref _requests);
}
