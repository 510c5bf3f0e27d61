using System.Globalization;
using System.Runtime.InteropServices;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

/// <summary>Gives back what only the start needed: a notebook is open for hours, and often ten of them on one machine.</summary>
internal static partial class IdleMemory
{
    private const int DontNeed = 4; // MADV_DONTNEED

    /// <summary>Takes some 50 ms, in which no other thread runs.</summary>
    public static void Release()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        FrameworkReferences.ReleasePages();
        if (OperatingSystem.IsLinux())
        {
            ReleaseCode();
        }
    }

    // Most code that was compiled ahead ran once, or has been compiled anew for this machine. These pages are never written
    // to; what is needed again comes from the system's cache.
    private static void ReleaseCode()
    {
        foreach (var line in File.ReadLines("/proc/self/maps").Where(line => line.Contains(" r-xp ", StringComparison.Ordinal) && line.EndsWith(".dll", StringComparison.Ordinal)))
        {
            var (dash, end) = (line.IndexOf('-', StringComparison.Ordinal), line.IndexOf(' ', StringComparison.Ordinal));
            var start = Address(line[..dash]);
            _ = Advise(start, (nuint)(Address(line[(dash + 1)..end]) - start), DontNeed);
        }
    }

    private static nint Address(string digits) => nint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
