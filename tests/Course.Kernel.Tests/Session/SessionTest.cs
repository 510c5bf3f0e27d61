using Course.Kernel.Script;
using Course.Kernel.Session;

namespace Course.Kernel.Tests.Session;

/// <summary>A session in an empty folder of its own.</summary>
public abstract class SessionTest : IDisposable
{
    private readonly Lazy<ScriptSession> _session;

    protected SessionTest()
    {
        Folder = Directory.CreateTempSubdirectory("session-test-").FullName;
        _session = new Lazy<ScriptSession>(() => new ScriptSession(Options));
    }

    private protected string Folder { get; }

    private protected ScriptSession Session => _session.Value;

    private protected virtual SessionOptions Options => new() { WorkingDirectory = Folder, PackageCache = Path.Combine(Folder, "cache") };

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a cell that must complete.</summary>
    private protected RecordedEvents Run(string code)
    {
        var events = new RecordedEvents();
        var result = Session.Run(code, events);
        Assert.True(result.Status == CellStatus.Completed, string.Join('\n', result.Error?.Traceback ?? []));
        return events;
    }

    /// <summary>Runs a cell that must fail.</summary>
    private protected CellError Fail(string code, CellStatus status)
    {
        var result = Session.Run(code, new RecordedEvents());
        Assert.Equal(status, result.Status);
        return result.Error!;
    }

    private protected string? Value(string code) => Run(code).Value;

    private protected void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
}
