using System.Runtime.InteropServices;

namespace Course.Cli.Backends;

/// <summary>An implementation of torch that the library can be built on.</summary>
/// <param name="Name">As the command line and the property <c>TorchBackend</c> say it.</param>
/// <param name="Package">Id of the library's package when it is built so.</param>
/// <param name="Torch">Id of the package that brings torch; null: it comes with the course.</param>
/// <param name="Size">What that package and its dependencies amount to.</param>
internal sealed record TorchBackend(string Name, string Package, string? Torch, string Size)
{
    /// <summary>The TorchSharp that the library is written for, as in Directory.Packages.props.</summary>
    internal const string DefaultVersion = "0.107.0";

    internal static TorchBackend Managed { get; } = new("managed", CoursePackage.Id, null, "nothing to download");

    // Measured with 0.107.0: the package asks for the native libraries of Linux, macOS and Windows, whatever the machine.
    internal static TorchBackend Cpu { get; } = new("cpu", "Course.Cpu", "TorchSharp-cpu", "about 300 MB to download, 1.3 GB in NuGet's cache");

    internal static TorchBackend Cuda { get; } = new(
        "cuda", "Course.Cuda", OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux", "several gigabytes, CUDA included");

    internal static IReadOnlyList<TorchBackend> All { get; } = [Managed, Cpu, Cuda];

    /// <summary>Null if this machine can have it, else why not.</summary>
    internal string? Obstacle => this == Cuda && (OperatingSystem.IsMacOS() || RuntimeInformation.OSArchitecture != Architecture.X64)
        ? $"TorchSharp has CUDA packages for Linux and Windows on x64 only, and this is {RuntimeInformation.RuntimeIdentifier}; course backend cpu also uses Apple's GPU"
        : null;

    internal static TorchBackend? Find(string name) => All.FirstOrDefault(backend => backend.Name == name);
}
