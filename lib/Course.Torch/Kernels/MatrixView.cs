namespace TorchSharp.Kernels;

/// <summary>A matrix in memory with any strides, so that a transpose costs nothing.</summary>
internal readonly unsafe struct MatrixView<T>(T* data, int rowStride, int columnStride)
    where T : unmanaged
{
    public readonly T* Data = data;
    public readonly int RowStride = rowStride;
    public readonly int ColumnStride = columnStride;

    public MatrixView<T> Transposed => new(Data, ColumnStride, RowStride);

    public MatrixView<T> From(int row, int column) =>
        new(Data + ((long)row * RowStride) + ((long)column * ColumnStride), RowStride, ColumnStride);
}
