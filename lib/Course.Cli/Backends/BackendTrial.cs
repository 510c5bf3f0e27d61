using System.Runtime.InteropServices;
using Course.Kernel.Display;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Backends;

/// <summary>Computes something with a build of the library, in a session of another process, as a notebook would.</summary>
internal static class BackendTrial
{
    // Loading libtorch reads half a gigabyte: a slow disk or a busy machine takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Starts the other process and waits for it.</summary>
    /// <returns>What it computed, and where.</returns>
    /// <exception cref="BackendException">It threw, did not end, or its native libraries brought the process down.</exception>
    internal static string Run(string folder)
    {
        var command = Tool.ThisProgram();
        var (code, said) = Tool.Run(command[0], [.. command[1..], "backend", "try", folder], patience: Patience);
        return code == (int)ExitCode.Ok ? said.Trim() : throw new BackendException(Reason(code, said.Trim()));
    }

    /// <summary>The other process.</summary>
    /// <param name="folder">The build.</param>
    /// <param name="events">Hears what was computed.</param>
    /// <param name="errors">Hears why not.</param>
    internal static ExitCode Compute(string folder, ICellEvents events, TextWriter errors)
    {
        using var session = new ScriptSession(new SessionOptions { PackageOverrides = new Dictionary<string, string> { [CoursePackage.Id] = folder } });
        var result = session.Run(
            $$"""
            #r "nuget: {{CoursePackage.Id}}, {{CoursePackage.Version}}"
            using static TorchSharp.torch;
            var device = Course.Device.Best;
            $"1 + 1 is {(ones(1, device: device) + 1).cpu().item<float>()} on {device}"
            """,
            events);
        if (result.Error is not { } error)
        {
            return ExitCode.Ok;
        }

        errors.WriteLine(NativeTrouble(folder) ?? string.Join('\n', error.Traceback));
        return ExitCode.NotReady;
    }

    /// <summary>Why there was no result, as a sentence and what was said.</summary>
    internal static string Reason(int code, string said) => code switch
    {
        Tool.Unfinished => $"it was built, but whether it computes on this machine is not known: {said}; try again when the machine has less to do",
        (int)ExitCode.NotReady => $"it was built, but does not compute on this machine:\n{said}",
        > 128 => $"it was built, but does not compute on this machine: {CauseOfDeath.OfProcess(code, said).Message}\n{said}".TrimEnd(),
        _ => $"it was built, but does not compute on this machine (exit code {code}):\n{said}",
    };

    // TorchSharp keeps the system's reason to itself, such as a C++ runtime that is too old.
    private static string? NativeTrouble(string folder)
    {
        try
        {
            foreach (var library in Directory.EnumerateFiles(folder, "*LibTorchSharp*"))
            {
                NativeLibrary.Load(library);
            }

            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return e.Message.Trim() + (e.Message.Contains("GLIBC", StringComparison.Ordinal)
                ? "\nTorchSharp's native library is made for a newer Linux: Debian 12, Ubuntu 22.04 or later."
                : "");
        }
    }
}
