namespace TorchSharp.Kernels;

/// <summary>The innermost block of a matrix product.</summary>
internal unsafe interface ITile<T>
    where T : unmanaged
{
    static abstract int Rows { get; }

    static abstract int Columns { get; }

    /// <summary>Rows of a smaller tile with as many columns: for the rows that whole tiles leave over.</summary>
    static abstract int FewRows { get; }

    /// <summary>c (Rows × Columns, row-major with a stride) = or += a · b over the given depth.</summary>
    /// <param name="a">Element (i, p) is at i · rowStride + p · step.</param>
    /// <param name="rowStride">1 in a packed panel.</param>
    /// <param name="step">Rows in a packed panel.</param>
    /// <param name="b">depth × Columns, packed.</param>
    static abstract void Run(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate);

    /// <summary>As <see cref="Run"/>, with the smaller tile; the step is the same.</summary>
    static abstract void RunFew(int depth, T* a, int rowStride, int step, T* b, T* c, int stride, bool accumulate);
}
