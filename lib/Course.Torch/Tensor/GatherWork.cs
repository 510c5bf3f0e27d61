using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

internal readonly struct SelectWork(Tensor x, Tensor index, Tensor y, int outer, int n, int inner) : IMover
{
    public void Run<T>()
        where T : unmanaged
        => GatherKernels.Select<T>(x.Dense<T>(), index.Dense<long>(), y.Dense<T>(), outer, n, inner);
}

internal readonly struct PlaceWork(Tensor x, Tensor index, Tensor y, int outer, int n, int inner) : IMover
{
    public void Run<T>()
        where T : unmanaged
        => GatherKernels.Place<T>(x.Dense<T>(), index.Dense<long>(), y.Dense<T>(), outer, n, inner);
}

internal readonly struct AddRowsWork(Tensor x, Tensor index, Tensor y, int outer, int n, int inner) : INumeric
{
    public void Run<T>()
        where T : unmanaged, INumber<T>
        => GatherKernels.Add<T>(x.Dense<T>(), index.Dense<long>(), y.Dense<T>(), outer, n, inner);
}

internal readonly struct GatherWork(Tensor x, int[] at, Tensor y) : IMover
{
    public void Run<T>()
        where T : unmanaged
        => GatherKernels.Gather<T>(x.Dense<T>(), at, y.Dense<T>());
}

internal readonly struct ScatterWork(Tensor x, int[] at, Tensor y) : IMover
{
    public void Run<T>()
        where T : unmanaged
        => GatherKernels.Scatter<T>(x.Dense<T>(), at, y.Dense<T>());
}

internal readonly struct ScatterAddWork(Tensor x, int[] at, Tensor y) : INumeric
{
    public void Run<T>()
        where T : unmanaged, INumber<T>
        => GatherKernels.ScatterAdd<T>(x.Dense<T>(), at, y.Dense<T>());
}

internal readonly struct WhereWork(Tensor mask, Tensor a, Tensor b, Tensor y) : IMover
{
    public void Run<T>()
        where T : unmanaged
        => GatherKernels.Where<T>(mask.Dense<byte>(), a.Dense<T>(), b.Dense<T>(), y.Dense<T>());
}
