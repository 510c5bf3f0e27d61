using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>
/// A linear layer for using, not for training: weights of eight bits with a scale for each output, inputs rounded to eight bits on the way in,
/// whole-number products in between, and single precision out. It computes on the processor.
/// </summary>
/// <remarks>Its state is what a file holds: <c>weight</c> (outputs, inputs) as bytes, <c>weight_scale</c> and <c>bias</c> (outputs), <c>input_scale</c>.</remarks>
public sealed class Int8Linear : nn.Module<Tensor, Tensor>
{
    // Rows whose inputs and sums stay in the nearest caches from rounding to scaling.
    private const int Block = 64;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly Tensor _weight;
    private readonly Tensor _weightScale;
    private readonly Tensor _inputScale;
    private readonly Tensor _bias;

    /// <summary>A layer of zeros, to load a file into.</summary>
    /// <param name="inputs">Numbers in a row of its input, 1 to 131,071.</param>
    /// <param name="outputs">Numbers in a row of its output, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such size.</exception>
    public Int8Linear(int inputs, int outputs)
        : base(nameof(Int8Linear))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, Int8Gemm.MostDepth);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        (_inputs, _outputs) = (inputs, outputs);
        // A layer outlives the scope that it is made in.
        _weight = zeros(outputs, inputs, ScalarType.Int8).DetachFromDisposeScope();
        _weightScale = ones(outputs).DetachFromDisposeScope();
        _inputScale = ones([]).DetachFromDisposeScope();
        _bias = zeros(outputs).DetachFromDisposeScope();
        register_buffer("weight", _weight);
        register_buffer("weight_scale", _weightScale);
        register_buffer("input_scale", _inputScale);
        register_buffer("bias", _bias);
    }

    /// <summary>The layer in eight bits: each row of weights is divided by its largest size / 127 and rounded.</summary>
    /// <param name="layer">A trained layer; it stays as it is.</param>
    /// <param name="inputScale">What one step of the inputs' grid is worth, from calibration; larger inputs than 127 steps are cut off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above 0, or infinite.</exception>
    public static Int8Linear Of(Linear layer, double inputScale)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (!(inputScale > 0 && double.IsFinite(inputScale)))
        {
            throw new ArgumentOutOfRangeException(nameof(inputScale), inputScale, "Int8Linear: a step of the inputs' grid is worth a number above 0, such as the largest input of some examples divided by 127");
        }

        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var weight = layer.weight.detach().cpu().contiguous();
        var result = new Int8Linear((int)weight.shape[1], (int)weight.shape[0]);
        var from = Floats(weight);
        var to = MemoryMarshal.Cast<byte, sbyte>(result._weight.bytes);
        var scales = Floats(result._weightScale);
        for (var row = 0; row < result._outputs; row++)
        {
            var numbers = from.Slice(row * result._inputs, result._inputs);
            scales[row] = Scale(numbers);
            Int8.Quantise(numbers, scales[row], to.Slice(row * result._inputs, result._inputs));
        }

        result._inputScale.fill_(inputScale);
        if (layer.bias is { } bias)
        {
            result._bias.copy_(bias.detach().cpu());
        }

        return result;
    }

    /// <summary>Rounds, multiplies, scales back.</summary>
    /// <param name="x">(N, inputs), single precision, on any device.</param>
    /// <returns>(N, outputs), single precision, on the device of x; it carries no history.</returns>
    /// <exception cref="ArgumentException">Another shape or type.</exception>
    public override Tensor forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.dim() != 2 || x.shape[1] != _inputs || x.dtype != ScalarType.Float32)
        {
            throw new ArgumentException($"Int8Linear: input ({string.Join(", ", x.shape)}) of {x.dtype}; it takes (N, {_inputs}) of Float32");
        }

        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (input, output) = (x.detach().cpu().contiguous(), empty(x.shape[0], _outputs));
        Int8.OverRows((int)x.shape[0], (long)_inputs * _outputs, (from, to) => Rows(input, output, from, to));
        return output.to(x.device).MoveToOuterDisposeScope();
    }

    private void Rows(Tensor input, Tensor output, int from, int to)
    {
        var inputScale = Floats(_inputScale)[0];
        Span<float> x = Floats(input), y = Floats(output), scales = Floats(_weightScale), bias = Floats(_bias);
        var weight = MemoryMarshal.Cast<byte, sbyte>(_weight.bytes);
        var (rounded, sums) = (ArrayPool<sbyte>.Shared.Rent(Block * _inputs), ArrayPool<int>.Shared.Rent(Block * _outputs));
        for (var row = from; row < to; row += Block)
        {
            var rows = Math.Min(Block, to - row);
            Int8.Quantise(x.Slice(row * _inputs, rows * _inputs), inputScale, rounded);
            Int8Gemm.Multiply(rows, _outputs, _inputs, rounded, weight, sums);
            for (var i = 0; i < rows; i++)
            {
                ScaleBack(sums.AsSpan(i * _outputs, _outputs), inputScale, scales, bias, y.Slice((row + i) * _outputs, _outputs));
            }
        }

        ArrayPool<sbyte>.Shared.Return(rounded);
        ArrayPool<int>.Shared.Return(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScaleBack(ReadOnlySpan<int> sums, float inputScale, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias, Span<float> y)
    {
        var j = 0;
        for (; j <= y.Length - Vector<float>.Count; j += Vector<float>.Count)
        {
            var step = new Vector<float>(inputScale) * new Vector<float>(scales[j..]);
            ((Vector.ConvertToSingle(new Vector<int>(sums[j..])) * step) + new Vector<float>(bias[j..])).CopyTo(y[j..]);
        }

        for (; j < y.Length; j++)
        {
            y[j] = (sums[j] * (inputScale * scales[j])) + bias[j];
        }
    }

    // A row of zeros has no largest size; any step is right for it.
    private static float Scale(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var value in row)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest > 0 ? largest / Int8.Largest : 1;
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
