using System.Globalization;
using System.Runtime.InteropServices;

namespace Course;

/// <summary>Examines the machine and the library: everything that a notebook relies on.</summary>
internal static class Doctor
{
    private const double Gigabyte = 1e9;
    private const double EnoughMemory = 3;

    public static IReadOnlyList<Finding> Examine() =>
    [
        Finding.Ok(".NET", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"),
        Sdk(RuntimeEnvironment.GetRuntimeDirectory()),
        Finding.Ok("host", NotebookHost.Current.Name + (NotebookHost.Current.CanUpdate ? "" : ", which cannot update a picture in place")),
        Finding.Ok("library", $"Course {typeof(Doctor).Assembly.GetName().Version?.ToString(3)}"),
        Charts(Plotly.IsOffline, Plotly.Source.Version),
        Datasets(Manifest.Embedded.Datasets.Where(dataset => dataset.Committed).Select(dataset => dataset.Name), Data.Fetch),
        Finding.Ok("processor", $"{Environment.ProcessorCount} cores, {VectorText} SIMD"),
        Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        Finding.Ok("torch backend", Backend.Name),
        Gpu(Backend.IsManaged, Device.Best),
        Home(UserFolder.Path, isOwn: Environment.GetEnvironmentVariable(UserFolder.Variable) is not { Length: > 0 }),
    ];

    private static string VectorText =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "512-bit"
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "256-bit"
        : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? "128-bit" : "no";

    // …/dotnet/shared/Microsoft.NETCore.App/<version>/ has the SDKs in …/dotnet/sdk/. Asking `dotnet --version` would cost a process.
    internal static Finding Sdk(string runtimeDirectory)
    {
        var sdks = Path.GetFullPath(Path.Combine(runtimeDirectory, "..", "..", "..", "sdk"));
        var versions = Directory.Exists(sdks) ? Directory.GetDirectories(sdks).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray() : [];
        return versions.Length > 0
            ? Finding.Ok("SDK", string.Join(", ", versions))
            : Finding.Note("SDK", "none beside this runtime", "`#r \"nuget: …\"` needs one in some hosts: https://dotnet.microsoft.com/download");
    }

    internal static Finding Charts(bool isOffline, string version) => isOffline
        ? Finding.Ok("charts", $"plotly.js {version}, inside the library")
        : Finding.Note("charts", $"plotly.js {version}, from the network", "Install Node.js and build again to draw charts without a network.");

    /// <param name="names">Of the data sets that come with the course.</param>
    /// <param name="verify">Checks one against its SHA-256; throws a <see cref="DatasetException"/> that says what to do.</param>
    internal static Finding Datasets(IEnumerable<string> names, Func<string, string> verify)
    {
        var verified = new List<string>();
        foreach (var name in names)
        {
            try
            {
                verify(name);
                verified.Add(name);
            }
            catch (DatasetException e)
            {
                return Finding.Fail("data", $"{name} is missing or damaged", e.Message);
            }
        }

        return Finding.Ok("data", string.Join(", ", verified) + ": every SHA-256 is right");
    }

    internal static Finding Memory(long bytes)
    {
        var text = (bytes / Gigabyte).ToString("0.0", CultureInfo.InvariantCulture) + " GB";
        return bytes / Gigabyte >= EnoughMemory
            ? Finding.Ok("memory", text)
            : Finding.Note("memory", text, "Stay at the fast tier: `Tier.Use(\"fast\")`.");
    }

    internal static Finding Gpu(bool isManaged, TorchSharp.torch.Device best) =>
        best.type != TorchSharp.DeviceType.CPU ? Finding.Ok("GPU", best.ToString())
        : isManaged ? Finding.Note("GPU", "not used: this backend computes on the processor")
        : Finding.Note("GPU", "TorchSharp finds none that it can use", "With an NVIDIA GPU, `course backend cuda` brings what it needs.");

    internal static Finding Home(string folder, bool isOwn)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".probe-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            File.WriteAllText(probe, "");
            File.Delete(probe);
            
            // No path: the report ends up in executed notebooks, which need not tell who ran them.
            return Finding.Ok("your progress", isOwn ? "kept in your user folder" : $"kept where {UserFolder.Variable} says");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Note("your progress", "cannot be kept", $"Set {UserFolder.Variable} to a folder that you may write ({e.GetType().Name}).");
        }
    }
}
