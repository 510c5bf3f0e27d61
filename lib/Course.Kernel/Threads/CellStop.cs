using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Course.Kernel.Script;

namespace Course.Kernel.Threads;

/// <summary>
/// What loops in cells look at, so that an interrupt ends them, on whatever thread they run. Not for use by hand.
/// A session has a flag of its own: one field in a static place is all that a hot loop can afford to read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1051", Justification = "Fields are read in place; a property of another assembly might not be.")]
[SuppressMessage("Usage", "CA2211", Justification = "Written by the session only.")]
public static class CellStop
{
    private const int Count = 8;

    // Each level of asynchronous calls catches and throws again what ends them: 2,000 take 0.4 s, 5,000 took 1.8 s and 1.3 GB.
    private const int DeepestAsync = 2000;

    private static readonly AsyncLocal<int> AsyncDepth = new();
    private static readonly int[] Users = new int[Count];

    /// <summary>True while the cells of the first session are to stop.</summary>
    public static volatile bool Flag0;

    /// <summary>The same for the second session of the process, and so on; the eighth and all later ones share the last.</summary>
    public static volatile bool Flag1, Flag2, Flag3, Flag4, Flag5, Flag6, Flag7;

    /// <summary>Ends the cell. It never returns, so that the compiler need not keep a loop's registers for what comes after.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    [DoesNotReturn]
    public static void Throw() => throw Stopped();

    /// <summary>What ends a cell that is to stop.</summary>
    /// <returns>The exception.</returns>
    public static Exception Stopped() => new OperationCanceledException("The cell was interrupted.");

    /// <summary>True if the stack has hardly room for one more call: what comes next would take the process down.</summary>
    public static bool IsDeep => !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Counts a call of an asynchronous function. They need not use the stack; so it is their depth that tells of an endless recursion.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is too deep.</exception>
    public static void EnterAsync()
    {
        if (++AsyncDepth.Value > DeepestAsync || IsDeep) // the function's caller has its own count again when it goes on
        {
            ThrowDeep();
        }
    }

    /// <summary>Ends calls that are nested too deeply while they can still be told of.</summary>
    /// <exception cref="InsufficientExecutionStackException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowDeep() => throw new InsufficientExecutionStackException(
        "The calls are nested too deeply: a function calls itself and nothing ends it. Look for the case in which it should return without calling itself.");

    /// <summary>The checks of a session's cells.</summary>
    /// <param name="slot">Its flag.</param>
    internal static GuardText Text(int slot)
    {
        var type = "global::" + typeof(CellStop).FullName;
        return new GuardText(
            $"if({type}.Flag{slot}){type}.Throw();",
            $"{type}.Flag{slot}?throw {type}.Stopped():(",
            $"if({type}.IsDeep){type}.ThrowDeep();",
            $"{type}.EnterAsync();");
    }

    /// <summary>A flag that no other session uses, as far as there are any.</summary>
    internal static int Rent()
    {
        lock (Users)
        {
            var free = Array.IndexOf(Users, 0);
            var slot = free < 0 ? Count - 1 : free;
            Users[slot]++;
            return slot;
        }
    }

    internal static void Return(int slot)
    {
        lock (Users)
        {
            Users[slot]--;
            Set(slot, false);
        }
    }

    internal static bool IsSet(int slot) => slot switch
    {
        0 => Flag0,
        1 => Flag1,
        2 => Flag2,
        3 => Flag3,
        4 => Flag4,
        5 => Flag5,
        6 => Flag6,
        _ => Flag7,
    };

    internal static void Set(int slot, bool stop)
    {
        switch (slot)
        {
            case 0: Flag0 = stop; break;
            case 1: Flag1 = stop; break;
            case 2: Flag2 = stop; break;
            case 3: Flag3 = stop; break;
            case 4: Flag4 = stop; break;
            case 5: Flag5 = stop; break;
            case 6: Flag6 = stop; break;
            default: Flag7 = stop; break;
        }
    }
}
