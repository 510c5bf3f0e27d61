namespace TorchSharp;

public static partial class torch
{
    /// <summary>A triangle. Periodic: as one period of a signal that goes on, so that the last point is left to the next.</summary>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window("bartlett_window", len, periodic, t => 1 - Math.Abs((2 * t) - 1), dtype, device, requires_grad);

    /// <inheritdoc cref="bartlett_window"/>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window("blackman_window", len, periodic, t => 0.42 - (0.5 * Math.Cos(2 * Math.PI * t)) + (0.08 * Math.Cos(4 * Math.PI * t)), dtype, device, requires_grad);

    /// <inheritdoc cref="bartlett_window"/>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window("hamming_window", len, periodic, t => alpha - (beta * Math.Cos(2 * Math.PI * t)), dtype, device, requires_grad);

    /// <inheritdoc cref="bartlett_window"/>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window("hann_window", len, periodic, t => 0.5 - (0.5 * Math.Cos(2 * Math.PI * t)), dtype, device, requires_grad);

    // The shape from 0 to 1.
    private static Tensor Window(string op, long len, bool periodic, Func<double, double> shape, ScalarType? dtype, Device? device, bool requires_grad)
    {
        if (len < 0 || dtype?.IsFloating() == false)
        {
            throw new TorchError($"{op}: length {len} of {dtype?.ToString() ?? "the default type"}; give a length of at least 0 and a floating type");
        }

        var steps = Math.Max(1, periodic ? len : len - 1);
        var values = Enumerable.Range(0, (int)len).Select(i => len == 1 ? 1 : shape(i / (double)steps)).ToArray();
        return FromSpan<double>(values, [len], dtype ?? DTypes.Default, device, requires_grad);
    }
}
