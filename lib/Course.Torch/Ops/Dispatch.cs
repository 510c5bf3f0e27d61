using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Work on dense tensors whose elements are only moved, by element size.</summary>
internal interface IMover
{
    void Run<T>()
        where T : unmanaged;
}

/// <summary>Work on dense tensors that calculates.</summary>
internal interface INumeric
{
    void Run<T>()
        where T : unmanaged, INumber<T>;
}

/// <summary>Calls generic work with the .NET type of a dtype.</summary>
internal static class Dispatch
{
    public static void Move<TWork>(ScalarType type, TWork work)
        where TWork : struct, IMover
    {
        switch (type.Size())
        {
            case 1: work.Run<byte>(); break;
            case 2: work.Run<short>(); break;
            case 4: work.Run<int>(); break;
            default: work.Run<long>(); break;
        }
    }

    public static void Number<TWork>(ScalarType type, TWork work)
        where TWork : struct, INumeric
    {
        switch (type)
        {
            case ScalarType.Float32: work.Run<float>(); break;
            case ScalarType.Float64: work.Run<double>(); break;
            case ScalarType.Int64: work.Run<long>(); break;
            case ScalarType.Int32: work.Run<int>(); break;
            case ScalarType.Int16: work.Run<short>(); break;
            case ScalarType.Int8: work.Run<sbyte>(); break;
            default: work.Run<byte>(); break;
        }
    }
}
