using System.Globalization;

namespace Course.Kernel.Running;

/// <summary>Looks at a notebook's process several times a second, and calls once when it takes more than it may.</summary>
internal sealed class RunWatch : IDisposable
{
    private const double Mega = 1e6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly ChildProcess _child;
    private readonly RunLimits _limits;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Action<SuddenEnd> _exceeded;
    private readonly long _started;
    private readonly ITimer _timer;
    private int _isLooking;
    private int _isOver;

    internal RunWatch(ChildProcess child, RunLimits limits, string folder, TimeProvider time, Action<SuddenEnd> exceeded)
    {
        (_child, _limits, _folder, _time, _exceeded) = (child, limits, folder, time, exceeded);
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Look(), null, Pause, Pause);
    }

    public void Dispose()
    {
        Volatile.Write(ref _isOver, 1);
        _timer.Dispose();
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return; // the last look still goes on, on a busy machine
        }

        try
        {
            if (Excess() is { } excess && Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                _exceeded(excess);
            }
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    private SuddenEnd? Excess()
    {
        if (_limits.Time is { } time && _time.GetElapsedTime(_started) > time)
        {
            return new(RunStatus.Timeout, "Timeout", $"the notebook ran longer than {Number(time.TotalSeconds)} s and was stopped; look for an endless loop");
        }

        if (_limits.Output is { } output && _child.Received > output)
        {
            return Died("TooMuchOutput", $"the notebook printed or showed more than {Number(output / Mega)} MB and was stopped; look for a loop that prints");
        }

        return ExcessOfUse() ?? (_limits.Files is { } files && FileUse.Exceeds(_folder, files)
            ? Died("TooManyFiles", $"the notebook wrote more than {Number(files / Mega)} MB into its folder and was stopped")
            : null);
    }

    private SuddenEnd? ExcessOfUse()
    {
        if (_limits is { Memory: null, Processes: null })
        {
            return null; // to look would cost more than all else that the parent of a run does meanwhile
        }

        var use = _child.Use();
        if (_limits.Memory is { } memory && use.Memory > memory)
        {
            return Died("OutOfMemory", $"the notebook took more than {Number(memory / Mega)} MB of memory and was stopped; use less data at a time");
        }

        return _limits.Processes is { } processes && use.Processes > processes
            ? Died("TooManyProcesses", $"the notebook ran more than {processes} processes at a time and was stopped")
            : null;
    }

    private static SuddenEnd Died(string name, string message) => new(RunStatus.ProcessDied, name, message);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
