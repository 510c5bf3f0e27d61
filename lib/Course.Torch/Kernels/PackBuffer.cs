using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>Packing space, kept for the life of a thread.</summary>
internal static unsafe class PackBuffer
{
    [ThreadStatic]
    private static Block? _a;

    [ThreadStatic]
    private static Block? _b;

    /// <summary>At least so many bytes for the left matrix; always the same number.</summary>
    public static void* A(int bytes) => (_a ??= new Block(bytes)).Data;

    /// <summary>The same for the right one.</summary>
    public static void* B(int bytes) => (_b ??= new Block(bytes)).Data;

    private sealed class Block(int bytes)
    {
        public readonly void* Data = NativeMemory.AlignedAlloc((nuint)bytes, 64);

        ~Block() => NativeMemory.AlignedFree(Data);
    }
}
