using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Benchmarks.Torch;

/// <summary>Where and when a run was.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">That this process may use.</param>
/// <param name="Instructions">The widest vectors.</param>
/// <param name="System">And its version.</param>
/// <param name="Runtime">And its version.</param>
/// <param name="Date">When it began, UTC.</param>
/// <param name="LoadBefore">Programs that wanted to run in the minute before: near 0 on a quiet machine; null where the system does not say.</param>
internal sealed record Machine(string Processor, int Cores, string Instructions, string System, string Runtime, DateTimeOffset Date, double? LoadBefore)
{
    public static Machine Here(TimeProvider clock) => new(
        Find("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        clock.GetUtcNow(),
        Load());

    private static double? Load() => File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static string? Find(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
