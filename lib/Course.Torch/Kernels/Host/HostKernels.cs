using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Kernels that the host brings: in a browser tab .NET is interpreted, and a WebAssembly module works on .NET's own
/// memory a hundred times faster. Each entry point of a family asks here first; the portable kernel is what remains,
/// and what the module is tested against. Elsewhere <see cref="Present"/> is a constant and nothing is left of it.
/// </summary>
/// <remarks>The module: lib/Course.Web/Kernels. Each struct here has its twin there, field by field.</remarks>
internal static unsafe partial class HostKernels
{
    /// <summary>Where the host leaves the module's one function: (kernel, address of arguments), as an <see cref="nint"/>.</summary>
    public const string Slot = "Course.Torch.Kernels";

    // A block of a (128 × 256), panels of b (1024 × 256) and one tile, of doubles: see product.h.
    private const int ScratchNumbers = 64 + (128 * 256) + (1032 * 256);

    private static readonly delegate* unmanaged<int, void*, void> Entry =
        (delegate* unmanaged<int, void*, void>)(AppContext.GetData(Slot) is nint entry ? entry : 0);

    private static readonly void* Scratch = Entry == null ? null : NativeMemory.AlignedAlloc(ScratchNumbers * sizeof(double), 64);

    public static bool Present
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => OperatingSystem.IsBrowser() && Entry != null;
    }

    private static void Call<TArguments>(HostKernel kernel, ref TArguments arguments)
        where TArguments : unmanaged
    {
        fixed (TArguments* address = &arguments)
        {
            Entry((int)kernel, address);
        }
    }

    private static bool IsReal<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private static HostKernel Of<T>(HostKernel floats) => typeof(T) == typeof(float) ? floats : floats + 1;
}
