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

/// <summary>Writes one value where the mask, broadcast to y, is true.</summary>
internal readonly struct MaskedFillWork(Tensor mask, Tensor value, Tensor y) : IMover
{
    public void Run<T>()
        where T : unmanaged
    {
        if (HostKernels.Present && HostWalks.TryFill(mask, value, y))
        {
            return;
        }

        if (y.Count == 0)
        {
            return;
        }

        var number = value.Raw<T>()[0];
        var flags = mask.Raw<byte>();
        var target = y.Raw<T>();
        var rows = new StridedRows(y.Shape, Layout.ExpandStrides(mask.Shape, mask.Strides, y.Shape), y.Strides);
        do
        {
            var row = target.Slice(rows.Start(1), rows.Length);
            if (rows.Step(0) == 1)
            {
                GatherKernels.FillWhere(flags.Slice(rows.Start(0), rows.Length), number, row);
                continue;
            }

            for (var i = 0; i < row.Length; i++)
            {
                if (flags[rows.Start(0) + (i * rows.Step(0))] != 0)
                {
                    row[i] = number;
                }
            }
        }
        while (rows.Next());
    }
}
