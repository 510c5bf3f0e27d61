using System.Runtime.InteropServices;
using TorchSharp;

namespace Course.Gpu;

/// <summary>TorchSharp's native library, where the build has one.</summary>
internal static class NativeTorch
{
    /// <summary>Why it does not load on this machine, in a sentence and the loader's own words; null: it does, or there is none.</summary>
    public static string? Trouble => typeof(torch).Assembly.GetName().Name == "TorchSharp" ? Load() : null;

    // TorchSharp keeps the loader's reason to itself.
    private static string? Load()
    {
        try
        {
            NativeLibrary.Load("LibTorchSharp", typeof(Program).Assembly, searchPath: null);
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return $"TorchSharp {typeof(torch).Assembly.GetName().Version} does not load with this machine's libtorch: it is made for libtorch 2.10, and another version may lack what it asks for.\n{e.Message.Trim()}";
        }
    }
}
