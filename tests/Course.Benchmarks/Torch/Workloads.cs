using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Benchmarks.Torch;

/// <summary>What is measured, and how Course.Torch and TorchSharp do it; <see cref="Cost"/> counts its operations and bytes.</summary>
internal static partial class Workloads
{
    private const int Rows = 4096;
    private const int Columns = 1024; // 16 MB of floats
    private const int Digits = 10_000;

    /// <summary>The parts of the report, in its order.</summary>
    public static IEnumerable<(string Part, IEnumerable<Workload> Rows)> Parts() =>
    [
        ("steps", Training()), ("products", Products()), ("operations", Streaming()), ("growth", Growing()), ("samples", Reading()),
    ];

    /// <summary>The course's training steps.</summary>
    public static IEnumerable<Workload> Training() =>
    [
        Mlp("MLP 784-128-10, batch 16", 16) with { Bar = (1.8, 1.2) },
        Mlp("MLP 784-128-10, batch 64", 64) with { Bar = (1.5, 1.5) },
        Mlp("MLP 784-128-10, batch 1024", 1024) with { Bar = (1.3, 1.5) },
        Of("CNN conv32-pool, batch 32", Cost.Cnn(32), "cnn", 32) with { Bar = (1.8, 1.5) },
        Gpt("GPT ctx 64, batch 32", 64, 32) with { Bar = (1.6, 1.7) },
        new("2-4-1 sigmoid, batch 4", "tiny") { Bar = (null, 8) },
    ];

    /// <summary>Those whose memory is measured.</summary>
    public static IEnumerable<Workload> Remembering() => Training().Where(step => step.Kind != "mlp" || step.Sizes[0] == 64);

    /// <summary>Measured whatever is asked for: the limits come from them and from every other product.</summary>
    public static IEnumerable<Workload> Peaks() => new[] { 512, 1024 }.Select(n => Product($"matmul {n}", n, n, n));

    /// <summary>Copies that fit each cache, and none; each written through the cache and past it.</summary>
    public static IEnumerable<Workload> Copies() =>
        from kilobytes in new[] { 32, 512, 4096, 16384, 32768, 65536 }
        from past in new[] { 0, 1 }
        select new Workload($"copy, {kilobytes} KB moved", "copy", kilobytes, past) { Bytes = 1024.0 * kilobytes };

    /// <summary>One repetition of a workload, its data and model ready; null: no such workload here.</summary>
    public static Action? Prepare(string kind, int[] sizes) => kind switch
    {
        "mlp" => Mlp(sizes[0]),
        "cnn" => Cnn(sizes[0]),
        "gpt" => Gpt(sizes[0], sizes[1]),
        "tiny" => Tiny(),
        "mlp_digits" => Picking(Perceptron(), sizes[0], 784),
        "cnn_digits" => Picking(Convolution(), sizes[0], 1, 28, 28),
        "matmul" => Product(rand(sizes[0], sizes[1]), rand(sizes[1], sizes[2])),
        "bmm" => Product(rand(sizes[0], sizes[1], sizes[2]), rand(sizes[0], sizes[2], sizes[3])),
        "adam" => AdamStep(),
        "copy" => Copy(sizes[0], sizes[1]),
        _ => Own(kind, sizes) ?? Stream(kind),
    };

    // What only this course has: TorchSharp's build leaves it out.
    static partial void Prepare(string kind, int[] sizes, ref Action? action);

    private static Action? Own(string kind, int[] sizes)
    {
        Action? action = null;
        Prepare(kind, sizes, ref action);
        return action;
    }

    private static IEnumerable<Workload> Growing() =>
        new[] { 16, 64, 256, 1024, 4096 }.Select(batch => Mlp($"MLP, batch {batch}", batch))
            .Concat(new[] { 32, 64, 128, 256, 512, 1024 }.Select(context => Gpt($"GPT ctx {context}, batch 4", context, 4)));

    // Training on digits in memory, a batch picked by its places, as a learner's loop does it.
    private static IEnumerable<Workload> Reading() =>
        new[] { 16, 64, 256, 1024 }.Select(batch => Of($"MLP, MNIST, batch {batch}", Cost.Mlp(batch).WithPicking(batch), "mlp_digits", batch) with { Samples = batch })
            .Concat(new[] { 32, 128 }.Select(batch => Of($"CNN, MNIST, batch {batch}", Cost.Cnn(batch).WithPicking(batch), "cnn_digits", batch) with { Samples = batch }));

    // Squares, then the long and narrow ones of the MLP (forward, weight gradient) and the GPT (the same, and attention).
    private static IEnumerable<Workload> Products() =>
        new[] { 64, 128, 256, 512, 1024, 2048 }.Select(n => Product($"matmul {n}", n, n, n))
            .Concat(new[] { (64, 784, 128), (128, 64, 784), (64, 128, 10), (2048, 128, 384), (2048, 128, 512), (2048, 512, 128), (512, 2048, 128), (2048, 128, 65) }
                .Select(size => Product($"matmul {size.Item1} x {size.Item2} x {size.Item3}", size.Item1, size.Item2, size.Item3)))
            .Append(Of("128 matmuls 64 x 32 x 64", Cost.Product(128, 64, 32, 64), "bmm", 128, 64, 32, 64) with { Bar = (1.1, 1) })
            .Concat(new[] { (512, 512, 512), (1024, 784, 128) }.Select(size => Bytes(size.Item1, size.Item2, size.Item3)));

    // Eight bits, summed in 32. Its limit is that of the same product in single precision: below 1 is what eight bits gain.
    private static Workload Bytes(int m, int k, int n) => new($"int8 {m} x {k} x {n}", "int8", m, k, n)
    {
        Flops = Cost.Product(1, m, k, n).Flops, Bytes = (m * k) + (k * n) + (sizeof(int) * m * n),
    };

    // One array in, one out; the last two only read. Those that are bound by their exponentials may take twice the limit.
    private static IEnumerable<Workload> Streaming() =>
    [
        Stream("ReLU, 16 MB", "relu", 2),
        Stream("GELU, 16 MB", "gelu", 2, ofLimit: 2),
        Stream("softmax, 16 MB", "softmax", 2, ofLimit: 2),
        Stream("layer norm, 16 MB", "layer_norm", 2),
        Stream("cross-entropy, 16 MB", "cross_entropy", 1, ofLimit: 2),
        Stream("sum, 16 MB", "sum", 1),
        Of("Adam, 16 MB", Cost.Adam(Rows * Columns), "adam") with { Bar = (1.3, 1) },
    ];

    private static Workload Of(string name, Cost cost, string kind, params int[] sizes) => new(name, kind, sizes) { Flops = cost.Flops, Bytes = cost.Bytes };

    private static Workload Mlp(string name, int batch) => Of(name, Cost.Mlp(batch), "mlp", batch);

    private static Workload Gpt(string name, int context, int batch) => Of(name, Cost.Gpt(context, batch), "gpt", context, batch);

    private static Workload Product(string name, int m, int k, int n) => Of(name, Cost.Product(1, m, k, n), "matmul", m, k, n) with { Bar = (1.1, 1) };

    private static Workload Stream(string name, string kind, int arrays, double ofLimit = 1.3) =>
        Of(name, Cost.Stream(arrays, Rows * Columns), kind) with { Bar = (ofLimit, 1) };

    private static Action Mlp(int batch)
    {
        var model = Perceptron();
        return Step(model, optim.Adam(model.parameters()), rand(batch, 784), randint(0, 10, batch), Classes);
    }

    private static Action Cnn(int batch)
    {
        var model = Convolution();
        return Step(model, optim.Adam(model.parameters()), rand(batch, 1, 28, 28), randint(0, 10, batch), Classes);
    }

    private static Action Gpt(int context, int batch)
    {
        var model = new GptModel(65, context, layers: 4, heads: 4, width: 128);
        return Step(model, optim.AdamW(model.parameters()), randint(0, 65, (batch, context)), randint(0, 65, batch * context), Classes);
    }

    private static Module<Tensor, Tensor> Perceptron() => Sequential(Linear(784, 128), ReLU(), Linear(128, 10));

    private static Module<Tensor, Tensor> Convolution() =>
        Sequential(Conv2d(1, 32, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(32 * 169, 64), ReLU(), Linear(64, 10));

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

    private static Action Picking(Module<Tensor, Tensor> model, int batch, params long[] shape)
    {
        var (images, labels, order) = (rand([Digits, .. shape]), randint(0, 10, Digits), randperm(Digits));
        var optimizer = optim.Adam(model.parameters());
        var start = 0;
        return () =>
        {
            var places = order.narrow(0, start, batch);
            start = start + (2 * batch) > Digits ? 0 : start + batch;
            Step(model, optimizer, images.index_select(0, places), labels.index_select(0, places), Classes)();
        };
    }

    private static Action Copy(int kilobytes, int pastCache)
    {
        var (copying, threads) = (new Copying(1024 * kilobytes, pastCache == 1), get_num_threads());
        return () => copying.Pass(threads);
    }

    private static Action Product(Tensor a, Tensor b) => Quiet(() => a.matmul(b));

    private static Action AdamStep()
    {
        var weight = new TorchSharp.Modules.Parameter(rand(Rows, Columns)) { grad = rand(Rows, Columns) };
        var optimizer = optim.Adam([weight]);
        return () => optimizer.step();
    }

    private static Action? Stream(string kind)
    {
        var (x, weight, labels) = (randn(Rows, Columns), ones(Columns), randint(0, Columns, Rows));
        Func<Tensor>? action = kind switch
        {
            "relu" => () => x.relu(),
            "gelu" => () => functional.gelu(x),
            "softmax" => () => x.softmax(-1),
            "layer_norm" => () => functional.layer_norm(x, [Columns], weight, weight),
            "cross_entropy" => () => functional.cross_entropy(x, labels),
            "sum" => () => x.sum(),
            _ => null,
        };
        return action is null ? null : Quiet(action);
    }

    private static Action Quiet(Func<Tensor> action) => () =>
    {
        using var quiet = no_grad();
        action().Dispose();
    };
}
