using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public const ScalarType @bool = ScalarType.Bool;
    public const ScalarType uint8 = ScalarType.Byte;
    public const ScalarType int8 = ScalarType.Int8;
    public const ScalarType int16 = ScalarType.Int16;
    public const ScalarType int32 = ScalarType.Int32;
    public const ScalarType int64 = ScalarType.Int64;
    public const ScalarType float32 = ScalarType.Float32;
    public const ScalarType float64 = ScalarType.Float64;
    public const ScalarType @short = ScalarType.Int16;
    public const ScalarType @int = ScalarType.Int32;
    public const ScalarType @long = ScalarType.Int64;
    public const ScalarType @float = ScalarType.Float32;
    public const ScalarType @double = ScalarType.Float64;

    /// <summary>The release of TorchSharp whose behaviour this engine follows.</summary>
    public static string __version__ => "0.107.0";

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>Tensors made until the scope is disposed are disposed with it, unless moved out.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    /// <summary>The value of an expression; every other tensor it made is disposed.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }

    public static void set_default_dtype(ScalarType dtype) => DTypes.Default = dtype.IsFloating()
        ? dtype
        : throw new TorchError($"set_default_dtype: {dtype}; only Float32 or Float64 can be the default");

    public static ScalarType get_default_dtype() => DTypes.Default;

    public static Device get_default_device() => CPU;

    public static void set_default_device(Device device) => Device.CheckUsable(device);

    public static void set_default_device(string device) => Device.CheckUsable(device);

    public static int get_num_threads() => Kernels.Workers.Count;

    public static void set_num_threads(int num) => Kernels.Workers.Count = num;

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        MakeZeros(input.Shape, dtype ?? input.dtype, device, requires_grad);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        MakeOnes(input.Shape, dtype ?? input.dtype, device, requires_grad);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        MakeEmpty(input.Shape, dtype ?? input.dtype, device, requires_grad);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        MakeFull(input.Shape, value, dtype ?? input.dtype, device, requires_grad);

    /// <summary>1 on the diagonal, 0 elsewhere; square unless columns are given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var result = MakeZeros([rows, columns < 0 ? rows : columns], dtype, device, false);
        result.diagonal().fill_(1);
        return result.requires_grad_(requires_grad);
    }

    /// <summary>0, 1, … up to but without stop: Int64 for integers, else the default floating type.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>start, start + step, … up to but without stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integers = start.IsIntegral && stop.IsIntegral && step.IsIntegral;
        var type = dtype ?? (integers ? ScalarType.Int64 : DTypes.Default);
        var count = Math.Ceiling((stop.Real - start.Real) / step.Real);
        if (step.Real == 0 || !(count >= 0))
        {
            throw new TorchError($"arange: from {start} to {stop} in steps of {step}; the step must lead from start to stop");
        }

        Device.CheckUsable(device);
        if (integers)
        {
            var values = new long[(long)count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = start.Integer + (i * step.Integer);
            }

            return FromSpan<long>(values, [values.Length], type, device, requires_grad);
        }

        var numbers = new double[(long)count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = start.Real + (i * step.Real);
        }

        return FromSpan<double>(numbers, [numbers.Length], type, device, requires_grad);
    }

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        if (steps < 0)
        {
            throw new TorchError($"linspace: {steps} steps; the number must be at least 0");
        }

        var type = dtype ?? DTypes.Default;
        return type == ScalarType.Float32
            ? FromSpan<float>(Spaced((float)start, (float)end, (int)steps), [steps], type, device, requires_grad)
            : FromSpan<double>(Spaced(start, end, (int)steps), [steps], type, device, requires_grad);
    }

    /// <summary>Powers of a base with evenly spaced exponents, both ends included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => steps < 0
        ? throw new TorchError($"logspace: {steps} steps; the number must be at least 0")
        : FromSpan<double>(Spaced(start, end, (int)steps).Select(x => Math.Pow(@base, x)).ToArray(), [steps], dtype ?? DTypes.Default, device, requires_grad);

    /// <summary>A rectangular array of any rank as a tensor of its shape.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var shape = Enumerable.Range(0, rawArray.Rank).Select(d => rawArray.GetLongLength(d)).ToArray();
        return Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Boolean => FromArray<bool>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Byte => FromArray<byte>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.SByte => FromArray<sbyte>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Int16 => FromArray<short>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Int32 => FromArray<int>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Int64 => FromArray<long>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Single => FromArray<float>(rawArray, shape, dtype, device, requires_grad),
            TypeCode.Double => FromArray<double>(rawArray, shape, dtype, device, requires_grad),
            _ => throw new ArgumentException($"from_array: an array of {rawArray.GetType().GetElementType()}; use numbers or bool"),
        };
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        Device.CheckUsable(device);
        return dtype is { } type ? data.to_type(type) : data.alias();
    }

    private static Tensor MakeZeros(long[] size, ScalarType? dtype, Device? device, bool requires_grad) =>
        MakeEmpty(size, dtype, device, false).Cleared().requires_grad_(requires_grad);

    private static Tensor MakeOnes(long[] size, ScalarType? dtype, Device? device, bool requires_grad) =>
        MakeFull(size, 1, dtype ?? DTypes.Default, device, requires_grad);

    private static Tensor MakeEmpty(long[] size, ScalarType? dtype, Device? device, bool requires_grad)
    {
        Device.CheckUsable(device);
        var negative = Array.FindIndex(size, s => s < 0);
        if (negative >= 0)
        {
            throw new TorchError($"a shape of {Layout.Text(size)}: size {size[negative]} of dimension {negative} is negative");
        }

        return Tensor.Empty((long[])size.Clone(), dtype ?? DTypes.Default).requires_grad_(requires_grad);
    }

    private static Tensor MakeFull(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var result = MakeEmpty(size, dtype ?? (value.IsIntegral ? ScalarType.Int64 : DTypes.Default), device, false);
        Copying.Copy(Tensor.FromNumber(value), result);
        return result.requires_grad_(requires_grad);
    }

    private static Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        Device.CheckUsable(device);
        if (Layout.Count(dimensions) != values.Length)
        {
            throw new ArgumentException($"tensor: {values.Length} values for shape {Layout.Text(dimensions)}, which has {Layout.Count(dimensions)} places");
        }

        var result = Tensor.Empty(dimensions.ToArray(), DTypes.Of<T>());
        values.CopyTo(result.Dense<T>());
        return (dtype is { } type ? result.As(type) : result).requires_grad_(requires_grad);
    }

    private static Tensor FromArray<T>(Array array, long[] shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var values = array.Length == 0
            ? default
            : MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
        return FromSpan(values, shape, dtype, device, requires_grad);
    }

    // From both ends towards the middle, as torch does, so that both ends are exact.
    private static T[] Spaced<T>(T start, T end, int steps)
        where T : IFloatingPoint<T>
    {
        var values = new T[steps];
        var step = steps > 1 ? (end - start) / T.CreateChecked(steps - 1) : T.Zero;
        for (var i = 0; i < steps; i++)
        {
            values[i] = i < steps / 2 || steps == 1 ? start + (step * T.CreateChecked(i)) : end - (step * T.CreateChecked(steps - i - 1));
        }

        return values;
    }
}
