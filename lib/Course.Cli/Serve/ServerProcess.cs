using System.Diagnostics;
using System.Runtime.InteropServices;
using Course.Cli.Lab;

namespace Course.Cli.Serve;

/// <summary>lib/Course.Serve as a child: this program refers to no library and to no web server, and neither slows the start of a notebook.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Framework = "Microsoft.AspNetCore.App";

    // The server gives requests in flight half a minute.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(45);

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>What is missing here, as a sentence; null if nothing is.</summary>
    internal static string? Missing() =>
        !File.Exists(Program) ? $"{CourseFolders.Shorten(Program)} is missing; build the course first: dotnet build -c Release"
        : !Directory.Exists(Frameworks) || !Directory.EnumerateDirectories(Frameworks, $"{Environment.Version.Major}.*").Any()
            ? $"a server needs {Framework} {Environment.Version.Major}, which is part of the .NET SDK, and {Root} is a runtime without it; install the SDK, or the ASP.NET Core runtime"
        : null;

    /// <summary>Starts it. What it says goes to this terminal.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="host">Where it listens.</param>
    /// <param name="port">On which port; null: a free one.</param>
    internal static ServerProcess Start(string model, string host, int? port) =>
        new(Process.Start(new ProcessStartInfo(Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), [Program, model, host, Number(port), Fonts])
        {
            RedirectStandardInput = true, // its end tells the server to end, on every system, and also if this process is killed
        })!);

    /// <summary>Waits for its end; when it is to stop, until it has answered what it was asked.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> WaitAsync(CancellationToken stop)
    {
        try
        {
            await _process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            _process.StandardInput.Close();
            _process.WaitForExit(StopPatience);
        }

        Kill();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        if (!_process.HasExited)
        {
            ProcessTree.Kill(_process);
            _process.WaitForExit();
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "serve", "Course.Serve.dll");

    private static string Fonts => Path.Combine(AppContext.BaseDirectory, "web", "fonts");

    // The dotnet that runs this program: shared/Microsoft.NETCore.App/10.0.0/ below its folder.
    private static string Root => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Frameworks => Path.Combine(Root, "shared", Framework);

    private static string Number(int? port) => (port ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
