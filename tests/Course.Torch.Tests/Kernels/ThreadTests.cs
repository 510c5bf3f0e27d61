using System.Runtime.InteropServices;
using Course.Torch.Tests.Differential;
using TorchSharp;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Kernels;

/// <summary>One seed, one result, whatever the thread count: bits compared, forward and backward.</summary>
[Collection("default generator")]
public class ThreadTests(ITestOutputHelper log)
{
    // Enough for three parts, which are uneven.
    private const long Elements = 3 * Workers.ElementwiseGrain;

    // With instructions off, every eighth row and three threads only: how work is split does not depend on them.
    private static readonly (int[] Counts, int Stride) Effort = Instructions.Asked is null ? ([2, 3], 1) : ([3], 8);

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1, momentum: 0.9, weight_decay: 1e-3, nesterov: true),
        ["Adam"] = p => optim.Adam(p, 0.01, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p, 0.01),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01, momentum: 0.5, centered: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.01),
    };

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    [Fact]
    public void EveryRow_OnOneTwoAndThreeThreads_IsBitwiseEqual()
    {
        var (failures, rows, split) = (new List<string>(), 0, 0);
        foreach (var small in OpCase.All().Where(test => test.Type == ScalarType.Float32 && test.Row.Feed.Growth != 0).DistinctBy(test => test.Row).Where((_, i) => i % Effort.Stride == 0))
        {
            var before = Workers.Splits;
            var (large, one) = small.Enlarged(Elements).Select(test => (test, OnThreads(1, () => TryRun(test)))).FirstOrDefault(run => run.Item2 is not null);
            failures.AddRange(one is null
                ? [$"{small.Id}: no size of it can be enlarged; say Growing(0) in the table if that is right"]
                : Effort.Counts.Where(threads => !one.SequenceEqual(OnThreads(threads, () => Run(large)))).Select(threads => $"{large.Id}: {threads} threads differ from one"));
            rows++;
            split += Workers.Splits > before ? 1 : 0;
        }

        log.WriteLine($"{rows} rows, {split} of them on several threads");
        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(40)));
        Assert.True(split > rows / 2, $"only {split} of {rows} rows used threads");
    }

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void Training_OnOneTwoAndThreeThreads_IsBitwiseEqual(string optimizer)
    {
        var before = Workers.Splits;
        var one = OnThreads(1, () => Train(Optimizers[optimizer]));

        Assert.Equal(before, Workers.Splits);
        Assert.All(Effort.Counts, threads => Assert.Equal(one, OnThreads(threads, () => Train(Optimizers[optimizer]))));
        Assert.NotEqual(before, Workers.Splits);
    }

    // Wide enough that products and the optimiser's pass over the weights are shared out.
    private static byte[] Train(Func<IEnumerable<Parameter>, optim.Optimizer> optimizerOf)
    {
        manual_seed(5);
        var model = nn.Sequential(nn.Linear(400, 512), nn.LayerNorm(512), nn.GELU(), nn.Dropout(0.2), nn.Linear(512, 10));
        var (x, y) = (rand(128, 400), randint(0, 10, 128));
        var optimizer = optimizerOf(model.parameters());
        for (var step = 0; step < 2; step++)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.call(x), y).backward();
            optimizer.step();
        }

        return [.. model.parameters().SelectMany(Bits)];
    }

    private static byte[]? TryRun(OpCase test)
    {
        try
        {
            return Run(test);
        }
        catch (Exception error) when (error is ExternalException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Run(OpCase test)
    {
        var inputs = test.Inputs();
        var result = test.Row.Ours(inputs);
        if (test.Gradient && result.requires_grad)
        {
            result.backward([arange(result.numel(), float32).cos_().reshape(result.shape).to_type(result.dtype)]);
        }

        return [.. Bits(result), .. inputs.SelectMany(input => input.grad is { } gradient ? Bits(gradient) : [])];
    }

    private static byte[] Bits(Tensor tensor) => tensor.detach().contiguous().bytes.ToArray();

    private static T OnThreads<T>(int threads, Func<T> work)
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(threads);
            return work();
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
