using System.Runtime.InteropServices;

namespace Course.Cli.Backends;

/// <summary>Lets TorchSharp's native library load on a Linux whose C++ runtime is one version too old: Debian 12, Ubuntu 22.04, Binder's image.</summary>
/// <remarks>
/// The library demands one version of GCC 13's runtime, for one symbol that it never uses: the mark that GCC 13's headers leave so that
/// a program whose std::cout nobody would set up does not start. libtorch, which is loaded with it, sets it up itself.
/// </remarks>
internal static class CppRuntime
{
    /// <summary>Beside the changed library: what was changed, and why.</summary>
    internal const string NoteName = "ADAPTED.txt";

    private const string Runtime = "libstdc++.so.6";
    private const string Library = "libLibTorchSharp.so";
    private const string Mark = "_ZSt21ios_base_library_initv";
    private const string Version = "GLIBCXX_3.4.32";

    private const string Note = $"""
        {Library} in this folder is not as TorchSharp's authors published it; the copy in NuGet's cache is.

        What: two bytes. Its demand for version {Version} of {Runtime} is marked as a wish (VER_FLG_WEAK).
        Why:  the C++ runtime of this machine is older and lacks that version, so the library would not load. It asks for the
              version only because of the symbol {Mark}, which it never uses: a mark of GCC 13's headers.
        Who:  course backend, on this machine, for this folder. On a machine that has the version nothing is changed.

        TorchSharp: copyright (c) .NET Foundation and Contributors, MIT licence (LICENSE.txt of the package TorchSharp), which allows
        copies that are modified.

        """;

    /// <summary>What the command says where it changes something.</summary>
    internal const string Statement =
        $"This machine's C++ runtime is older than TorchSharp asks for ({Version}), for a symbol that it never uses. In the copy of its library for the course that demand is waived; {NoteName} beside it says how.";

    /// <summary>True on a Linux whose C++ runtime lacks what TorchSharp's library demands.</summary>
    internal static bool IsTooOld =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Runtime, out var runtime) && !NativeLibrary.TryGetExport(runtime, Mark, out _);

    /// <summary>Changes the library in a folder if it has that one demand, and leaves a note beside it.</summary>
    /// <param name="folder">A build of the course's library with the native libraries.</param>
    /// <returns>True if something was changed.</returns>
    internal static bool Accommodate(string folder)
    {
        var path = Path.Combine(folder, Library);
        if (!File.Exists(path))
        {
            return false;
        }

        var image = File.ReadAllBytes(path);
        if (!new ElfImage(image).TryWaive(Version))
        {
            return false;
        }

        File.Delete(path); // it may be a hard link to NuGet's copy
        File.WriteAllBytes(path, image);
        File.WriteAllText(Path.Combine(folder, NoteName), Note);
        return true;
    }
}
