namespace Course.Cli.Lab;

/// <summary>What a server says: all of it in a file, its last lines at hand.</summary>
internal sealed class ServerLog(string file) : IDisposable
{
    private const int Kept = 5;
    private readonly StreamWriter _writer = new(file) { AutoFlush = true };
    private readonly Queue<string> _last = new();
    private bool _closed;

    /// <summary>Adds a line; null is the end of a stream.</summary>
    internal void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_last)
        {
            if (_closed)
            {
                return; // a kernel that outlived its server still speaks
            }

            _writer.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }
        }
    }

    /// <summary>The last lines, each on a line of its own.</summary>
    internal string Tail()
    {
        lock (_last)
        {
            return string.Concat(_last.Select(line => "\n  " + line));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_last)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
