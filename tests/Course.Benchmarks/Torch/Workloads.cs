using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Benchmarks.Torch;

/// <summary>What is measured, and how Course.Torch does it.</summary>
internal static class Workloads
{
    private const int Rows = 4096;
    private const int Columns = BandwidthFloor.Length / Rows;

    /// <summary>The course's training steps.</summary>
    public static IEnumerable<Workload> Training() =>
    [
        new("MLP 784-128-10, batch 64, Adam: step", "mlp", 64),
        new("CNN conv32-pool-64-10, batch 32, Adam: step", "cnn", 32),
        new("GPT 4 layers, 128 wide, context 64, batch 32, AdamW: step", "gpt", 64, 32),
        new("2-4-1 sigmoid, batch 4, SGD: step", "tiny"),
    ];

    public static IEnumerable<Workload> All() => Training().Concat(Growing()).Concat(Products()).Concat(Streaming());

    /// <summary>One repetition of a workload, its data and model ready.</summary>
    public static Action Prepare(string kind, int[] sizes) => kind switch
    {
        "mlp" => Mlp(sizes[0]),
        "cnn" => Cnn(sizes[0]),
        "gpt" => Gpt(sizes[0], sizes[1]),
        "tiny" => Tiny(),
        "matmul" => Product(rand(sizes[0], sizes[1]), rand(sizes[1], sizes[2])),
        "bmm" => Product(rand(sizes[0], sizes[1], sizes[2]), rand(sizes[0], sizes[2], sizes[3])),
        "adam" => AdamStep(),
        _ => Stream(kind),
    };

    private static IEnumerable<Workload> Growing() =>
        new[] { 16, 256, 1024, 4096 }.Select(batch => new Workload($"MLP, batch {batch}: step", "mlp", batch))
            .Concat(new[] { 32, 64, 128, 256, 512 }.Select(context => new Workload($"GPT, context {context}, batch 4: step", "gpt", context, 4)));

    // Squares, then the long and narrow ones of the MLP (forward, weight gradient) and the GPT (the same, and attention).
    private static IEnumerable<Workload> Products() =>
        new[] { 64, 128, 256, 512, 1024, 2048 }.Select(n => Product($"matmul {n}", n, n, n))
            .Concat(new[] { (64, 784, 128), (128, 64, 784), (64, 128, 10), (2048, 128, 384), (2048, 128, 512), (2048, 512, 128), (512, 2048, 128), (2048, 128, 65) }
                .Select(size => Product($"matmul {size.Item1} x {size.Item2} x {size.Item3}", size.Item1, size.Item2, size.Item3)))
            .Append(new Workload("128 matmuls 64 x 32 x 64", "bmm", 128, 64, 32, 64) { Flops = 2.0 * 128 * 64 * 32 * 64 });

    private static IEnumerable<Workload> Streaming() =>
    [
        new("ReLU, 16 MB", "relu") { Floor = StreamKind.Copy },
        new("GELU, 16 MB", "gelu") { Floor = StreamKind.Copy },
        new("softmax, 16 MB", "softmax") { Floor = StreamKind.Copy },
        new("layer norm, 16 MB", "layer_norm") { Floor = StreamKind.Copy },
        new("cross-entropy, 16 MB", "cross_entropy") { Floor = StreamKind.Read },
        new("sum, 16 MB", "sum") { Floor = StreamKind.Read },
        new("Adam step, 16 MB of parameters", "adam") { Floor = StreamKind.Update },
    ];

    private static Workload Product(string name, int m, int k, int n) => new(name, "matmul", m, k, n) { Flops = 2.0 * m * k * n };

    private static Action Mlp(int batch)
    {
        var model = Sequential(Linear(784, 128), ReLU(), Linear(128, 10));
        return Step(model, optim.Adam(model.parameters()), rand(batch, 784), randint(0, 10, batch), Classes);
    }

    private static Action Cnn(int batch)
    {
        var model = Sequential(Conv2d(1, 32, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(32 * 169, 64), ReLU(), Linear(64, 10));
        return Step(model, optim.Adam(model.parameters()), rand(batch, 1, 28, 28), randint(0, 10, batch), Classes);
    }

    private static Action Gpt(int context, int batch)
    {
        var model = new GptModel(65, context, layers: 4, heads: 4, width: 128);
        return Step(model, optim.AdamW(model.parameters()), randint(0, 65, (batch, context)), randint(0, 65, batch * context), Classes);
    }

    private static Action Tiny()
    {
        var model = Sequential(Linear(2, 4), Sigmoid(), Linear(4, 1), Sigmoid());
        return Step(model, optim.SGD(model.parameters(), 0.5), rand(4, 2), rand(4, 1), (p, y) => functional.mse_loss(p, y));
    }

    private static Tensor Classes(Tensor scores, Tensor labels) => functional.cross_entropy(scores, labels);

    // The loop a learner writes: nothing is disposed.
    private static Action Step(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> loss) => () =>
    {
        var value = loss(model.call(x), y);
        optimizer.zero_grad();
        value.backward();
        optimizer.step();
    };

    private static Action Product(Tensor a, Tensor b) => Quiet(() => a.matmul(b));

    private static Action AdamStep()
    {
        var weight = new TorchSharp.Modules.Parameter(rand(Rows, Columns)) { grad = rand(Rows, Columns) };
        var optimizer = optim.Adam([weight]);
        return () => optimizer.step();
    }

    private static Action Stream(string kind)
    {
        var (x, weight, labels) = (randn(Rows, Columns), ones(Columns), randint(0, Columns, Rows));
        return Quiet(kind switch
        {
            "relu" => () => x.relu(),
            "gelu" => () => functional.gelu(x),
            "softmax" => () => x.softmax(-1),
            "layer_norm" => () => functional.layer_norm(x, [Columns], weight, weight),
            "cross_entropy" => () => functional.cross_entropy(x, labels),
            "sum" => () => x.sum(),
            _ => throw new ArgumentException($"{kind}: no such workload"),
        });
    }

    private static Action Quiet(Func<Tensor> action) => () =>
    {
        using var quiet = no_grad();
        action().Dispose();
    };
}
