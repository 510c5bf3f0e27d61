using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Course.Kernel.Script;
using Course.Kernel.Threads;

namespace Course.Web.Session;

/// <summary>
/// What loops in cells look at, so that Stop ends them. Not for use by hand. Nothing else runs while a cell does, so the cell itself asks
/// the page: counting a field down costs next to nothing, and only now and then the clock, and then the page, is looked at.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1051", Justification = "Fields are read in place.")]
[SuppressMessage("Usage", "CA2211", Justification = "Cells count it down.")]
public static class TabStop
{
    private const int Rounds = 32; // of 10 ms each make a third of a second; the clock costs some 100 ns
    private const int Milliseconds = 20;
    private const int Calls = 8; // a call goes one level deeper at most, and the runtime keeps room for more levels than that; it takes 100 ns to say so

    private static readonly List<Alarm> Alarms = [];
    private static Action _pause = () => { };
    private static Func<bool> _isStopping = () => false;
    private static long _next;
    private static bool _endsLoops;
    private static uint _calls;

    /// <summary>Rounds until the next look.</summary>
    public static int Left;

    /// <summary>True if the stack has hardly room for one more call.</summary>
    public static bool IsDeep => ++_calls % Calls == 0 && CellStop.IsDeep;

    /// <summary>What the compiler puts into cells.</summary>
    internal static GuardText Text { get; } = MakeText("global::" + typeof(TabStop).FullName);

    /// <summary>Looks whether the cell is to stop.</summary>
    /// <returns>True if it is.</returns>
    public static bool Look()
    {
        Left = Rounds;
        var now = Environment.TickCount64;
        if (now >= _next)
        {
            _next = now + Milliseconds;
            Pause(now);
        }

        if (_endsLoops || IsStopping)
        {
            Left = 0; // the next look is the next round: what catches everything does not get away
            return true;
        }

        return false;
    }

    /// <summary>Ends the cell.</summary>
    /// <exception cref="OperationCanceledException">Always.</exception>
    [DoesNotReturn]
    public static void Throw() => throw Stopped();

    /// <summary>What ends a cell that is to stop.</summary>
    /// <returns>The exception.</returns>
    public static Exception Stopped() => CellStop.Stopped();

    /// <summary>Counts a call of an asynchronous function.</summary>
    public static void EnterAsync() => CellStop.EnterAsync();

    /// <summary>Ends calls that are nested too deeply.</summary>
    [DoesNotReturn]
    public static void ThrowDeep() => CellStop.ThrowDeep();

    /// <summary>True once the reader wants the running cell to end.</summary>
    internal static bool IsStopping { get; private set; }

    /// <summary>A cell begins.</summary>
    /// <param name="isStopping">Asks the page.</param>
    /// <param name="pause">Called some times a second while the cell's code runs.</param>
    internal static void Begin(Func<bool> isStopping, Action pause)
    {
        (_isStopping, _pause) = (isStopping, pause);
        (IsStopping, _endsLoops, Left) = (false, false, 0);
        Alarms.Clear();
    }

    /// <summary>Ends the loops of the cell that runs, without the cell; false lets them run again.</summary>
    internal static void EndLoops(bool end) => (_endsLoops, Left) = (end, 0);

    /// <summary>Calls <paramref name="ring"/> from inside the running cell's loops once the time has passed: a timer would wait for the cell to end.</summary>
    internal static IDisposable SetAlarm(TimeSpan after, Action ring)
    {
        var alarm = new Alarm(Environment.TickCount64 + (long)after.TotalMilliseconds, ring);
        Alarms.Add(alarm);
        return alarm;
    }

    private static void Pause(long now)
    {
        IsStopping = IsStopping || _isStopping();
        foreach (var alarm in Alarms.Where(alarm => alarm.At <= now).ToList())
        {
            alarm.Dispose();
            alarm.Ring();
        }

        _pause();
    }

    private static GuardText MakeText(string type) => new(
        $"if(--{type}.Left<0&&{type}.Look()){type}.Throw();",
        $"--{type}.Left<0&&{type}.Look()?throw {type}.Stopped():(",
        $"if({type}.IsDeep){type}.ThrowDeep();",
        $"{type}.EnterAsync();")
    {
        GuardsShortLoops = true, // what ends in a second there takes a minute here
    };

    private sealed record Alarm(long At, Action Ring) : IDisposable
    {
        public void Dispose() => Alarms.Remove(this);
    }
}
