namespace Course.Benchmarks.Torch;

/// <summary>What a workload cannot avoid: the operations of its matrix products, and the bytes that go in and out of memory.</summary>
/// <remarks>
/// Elementwise arithmetic counts nothing. Of a training step count: its input, once; each activation that backward needs, written once and read
/// once; each parameter's moves. What a step may fuse (ReLU, pooling, GELU, softmax) counts as fused, so that only a limit is left.
/// </remarks>
internal readonly record struct Cost(double Flops, double Bytes)
{
    private const int Float = sizeof(float);

    // Backward writes the gradient; the optimiser reads weight, gradient and two moments, and writes weight and two moments.
    private const int AdamMoves = 8;
    private const int AdamMovesOutsideBackward = 7;

    private const int Pixels = 28 * 28;
    private const int Classes = 10;
    private const int Hidden = 128;

    /// <summary>Both matrices are read, the product is written.</summary>
    public static Cost Product(double count, double m, double k, double n) => new(2 * count * m * k * n, Float * count * ((m * k) + (k * n) + (m * n)));

    /// <summary>784-128-10. The first layer needs no input gradient: two products of three.</summary>
    public static Cost Mlp(double batch) => Step(
        products: batch * ((2 * Pixels * Hidden) + (3 * Hidden * Classes)),
        input: batch * Pixels,
        kept: batch * (Hidden + Classes),
        parameters: ((Pixels + 1) * Hidden) + ((Hidden + 1) * Classes));

    /// <summary>conv32-pool-64-10. The convolution needs no input gradient; its output before the pool need not be kept.</summary>
    public static Cost Cnn(double batch)
    {
        const int Channels = 32, Window = 9, Places = 26 * 26, Pooled = Channels * 13 * 13, Narrow = 64;
        return Step(
            products: batch * ((2 * Channels * Window * Places) + (3 * ((Pooled * Narrow) + (Narrow * Classes)))),
            input: batch * Pixels,
            kept: batch * (Pooled + Narrow + Classes),
            parameters: (Channels * (Window + 1)) + ((Pooled + 1) * Narrow) + ((Narrow + 1) * Classes));
    }

    /// <summary>Four layers, 128 wide, 65 symbols. Backward is twice the forward; attention looks back only, which is half of its square.</summary>
    public static Cost Gpt(double context, double batch)
    {
        const int Layers = 4, Width = 128, Symbols = 65;
        var tokens = context * batch;
        var pairs = tokens * (context + 1) / 2;
        return Step(
            products: 3 * ((tokens * ((Layers * 12 * Width * Width) + (Width * Symbols))) + (pairs * Layers * 2 * Width)),
            input: tokens * 4, // tokens and labels, eight bytes each
            kept: tokens * ((Layers * 10 * Width) + Width + Symbols), // a layer: what its norms read, q k v, the heads' mixture, what GELU reads
            parameters: ((Symbols + context) * Width) + (Layers * ((12 * Width * Width) + (13 * Width))) + (2 * Width) + (Width * Symbols));
    }

    /// <summary>A step whose batch is picked from digits in memory: read there, written here.</summary>
    public Cost WithPicking(double batch) => this with { Bytes = Bytes + (2 * Float * batch * Pixels) };

    /// <summary>So many arrays of so many floats, each read or written once.</summary>
    public static Cost Stream(double arrays, double length) => new(0, Float * arrays * length);

    /// <summary>The optimiser alone: the gradient is there.</summary>
    public static Cost Adam(double parameters) => Stream(AdamMovesOutsideBackward, parameters);

    private static Cost Step(double products, double input, double kept, double parameters) =>
        new(2 * products, Float * (input + (2 * kept) + (AdamMoves * parameters)));
}
