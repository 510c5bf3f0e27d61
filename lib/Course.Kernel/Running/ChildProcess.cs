using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Course.Kernel.Running;

/// <summary>A notebook's process as its parent sees it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int LastWordsLength = 8_000;
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastWordsPatience = TimeSpan.FromSeconds(1);
    private static readonly Lock StartGate = new();
    private readonly Process _process;
    private readonly AnonymousPipeServerStream _pipe;
    private readonly CountingStream _said;
    private readonly StringBuilder _lastWords = new();
    private readonly string _seal = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly Lock _killGate = new();
    private Thread? _errors;
    private bool _isGone;

    private ChildProcess(Process process, AnonymousPipeServerStream pipe)
    {
        _process = process;
        _pipe = pipe;
        _said = new CountingStream(pipe);
    }

    /// <summary>The beginning of what the process itself (not a cell) wrote to standard error, such as the runtime's last words.</summary>
    internal string LastWords
    {
        get
        {
            lock (_lastWords)
            {
                return _lastWords.ToString();
            }
        }
    }

    /// <summary>Bytes that have come through the pipe.</summary>
    internal long Received => _said.Count;

    /// <summary>Largest resident set in bytes, as last seen; asked for while the process still lives.</summary>
    internal long PeakMemory { get; private set; }

    internal static ChildProcess Start(ChildCommand command, Func<string, bool> passesOn, IReadOnlyDictionary<string, string> environment)
    {
        // One at a time: a sibling started in between would inherit this pipe's write end and keep it open.
        lock (StartGate)
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var start = new ProcessStartInfo(command.FileName, [.. command.Arguments, pipe.GetClientHandleAsString()])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            foreach (var name in start.Environment.Keys.Where(name => !passesOn(name)).ToList())
            {
                start.Environment.Remove(name);
            }

            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            var child = new ChildProcess(Process.Start(start)!, pipe);
            pipe.DisposeLocalCopyOfClientHandle();
            child.DrainConsole();
            return child;
        }
    }

    internal void Send(WorkOrder order)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(order with { Seal = _seal }, WireJson.Compact.WorkOrder));
            _process.StandardInput.Flush(); // and stays open: its end tells the child that we died
        }
        catch (IOException)
        {
            // Dead already; the end of its events says so.
        }
    }

    /// <summary>What the child says, until the last writer of the pipe is gone. A line cut short by its death is left out.</summary>
    internal IEnumerable<RunEvent> ReadEvents()
    {
        using var reader = new StreamReader(_said, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(_seal, StringComparison.Ordinal) && Decode(line[_seal.Length..]) is { } message)
            {
                yield return message;
            }
        }
    }

    /// <summary>What it and all that it started take now.</summary>
    internal ProcessUse Use() => ProcessUse.Of(_process);

    /// <summary>Ends the process and everything it started. Any thread; twice is fine, and so is too late.</summary>
    internal void KillTree()
    {
        lock (_killGate)
        {
            if (!_isGone)
            {
                KillAll();
            }
        }
    }

    /// <summary>The exit code; 128 + n after signal n on Unix. Null if the process cannot be ended.</summary>
    internal int? WaitForExit()
    {
        var hasEnded = _process.WaitForExit(ExitPatience);
        _errors?.Join(LastWordsPatience); // its last words may still be on their way
        return hasEnded ? _process.ExitCode : null;
    }

    public void Dispose()
    {
        KillTree();
        _process.WaitForExit(ExitPatience);
        lock (_killGate)
        {
            _isGone = true; // a clock that strikes now finds another process by this number, or none
        }

        _process.Dispose();
        _pipe.Dispose();
    }

    private void KillAll()
    {
        try
        {
            _process.Refresh();
            PeakMemory = Math.Max(PeakMemory, _process.PeakWorkingSet64);
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // Ended in the meantime, or a grandchild did.
        }

        ProcessGroup.Kill(_process.Id);
    }

    private static RunEvent? Decode(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WireJson.Compact.RunEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void DrainConsole()
    {
        // Not by lines: what a cell writes there may have none, and a line that grows is looked through again and again.
        Drain(_process.StandardOutput, static _ => { });
        _errors = Drain(_process.StandardError, KeepLastWords);
    }

    private static Thread Drain(StreamReader console, Action<ReadOnlySpan<char>> keep)
    {
        var reader = new Thread(() =>
        {
            var buffer = new char[64 * 1024];
            try
            {
                while (console.Read(buffer) is > 0 and var length)
                {
                    keep(buffer.AsSpan(0, length));
                }
            }
            catch (Exception closed) when (closed is IOException or ObjectDisposedException)
            {
                // The process is gone.
            }
        })
        { IsBackground = true, Name = "console of a notebook" };
        reader.Start();
        return reader;
    }

    private void KeepLastWords(ReadOnlySpan<char> text)
    {
        lock (_lastWords)
        {
            // The runtime names the cause of death first and lists thousands of frames after it: the beginning is what counts.
            _lastWords.Append(text[..Math.Min(text.Length, LastWordsLength - _lastWords.Length)]);
        }
    }
}
