namespace TorchSharp.Kernels;

/// <summary>The innermost block of a matrix product, on packed panels.</summary>
internal unsafe interface ITile<T>
    where T : unmanaged
{
    static abstract int Rows { get; }

    static abstract int Columns { get; }

    /// <summary>c (Rows × Columns, row-major with a stride) = or += a · b over the given depth.</summary>
    /// <param name="a">depth × Rows, packed.</param>
    /// <param name="b">depth × Columns, packed.</param>
    static abstract void Run(int depth, T* a, T* b, T* c, int stride, bool accumulate);
}
