using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Course.Cli.Backends;
using Course.Kernel.Jupyter;
using Course.Kernel.Jupyter.Protocol;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Kernel;

/// <summary>The process that Jupyter starts for a notebook.</summary>
internal static class KernelProcess
{
    private const int StopMilliseconds = 2000; // clients kill after 2.5 s
    private const int ParentPollMilliseconds = 1000;

    internal static int Run(string connectionFile)
    {
        var log = Console.Error; // before the session takes the console for its cells
        OpenMp.Sleep();
        JupyterKernel? serving = null;
        var stopped = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            serving?.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stopped = true;
            serving?.Stop();
        });
        try
        {
            using var kernel = new JupyterKernel(
                ConnectionFile.Load(connectionFile),
                new SessionOptions { PackageOverrides = CoursePackage.Overrides },
                Path.Combine(LearnerFolders.Home, "history"),
                log.WriteLine);
            kernel.Stopping += EndWithoutTheCell;
            serving = kernel;
            if (stopped)
            {
                kernel.Stop(); // it came while the kernel was being made
            }

            WatchParent(kernel);
            kernel.Run();
        }
        catch (Exception fault) when (fault is InvalidDataException or SocketException)
        {
            log.WriteLine("course: the kernel cannot start: " + fault.Message);
            return (int)ExitCode.NotReady;
        }

        Environment.Exit((int)ExitCode.Ok); // threads that cells left behind do not hold it
        return (int)ExitCode.Ok;
    }

    // Who asks for the end, or for a restart, does not wait for a calculation that nothing can stop.
    private static void EndWithoutTheCell() =>
        new Thread(() =>
        {
            Thread.Sleep(StopMilliseconds);
            Environment.Exit((int)ExitCode.Ok);
        })
        { IsBackground = true, Name = "stop" }.UnsafeStart();

    // A server that was killed cannot ask its kernels to end.
    private static void WatchParent(JupyterKernel kernel)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), out var parent) || parent <= 1)
        {
            return;
        }

        new Thread(() =>
        {
            while (IsAlive(parent))
            {
                Thread.Sleep(ParentPollMilliseconds);
            }

            kernel.Stop();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // it is there, and not ours to ask
        }
    }
}
