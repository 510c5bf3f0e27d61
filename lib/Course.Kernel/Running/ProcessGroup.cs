using System.Runtime.InteropServices;

namespace Course.Kernel.Running;

/// <summary>A Unix session of its own for a notebook's process, so that all that it started can be ended together. Does nothing on Windows.</summary>
internal static class ProcessGroup
{
    private const int SigKill = 9;
    private const int SetDescriptorFlags = 2; // F_SETFD
    private const int CloseOnExec = 1;        // FD_CLOEXEC

    /// <summary>Makes this process the leader of a new session and group.</summary>
    internal static void Lead()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = NativeSetSid();
        }
    }

    /// <summary>Kills what is left of the group that process <paramref name="leader"/> leads; no error if it is empty or was never made.</summary>
    internal static void Kill(int leader)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = NativeKill(-leader, SigKill);
        }
    }

    /// <summary>Kills this process and its group; does not return.</summary>
    internal static void KillOwn()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = NativeKill(0, SigKill);
        }

        System.Diagnostics.Process.GetCurrentProcess().Kill();
    }

    /// <summary>Keeps a descriptor from the processes that this one starts.</summary>
    internal static void KeepPrivate(SafeHandle descriptor)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = NativeControl((int)descriptor.DangerousGetHandle(), SetDescriptorFlags, CloseOnExec);
        }
    }

    [DllImport("libc", EntryPoint = "setsid")]
    private static extern int NativeSetSid();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int NativeKill(int process, int signal);

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int NativeControl(int descriptor, int command, int argument);
}
