using Course.Torch.Tests.Differential;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace Course.Torch.Tests.NN;

/// <summary>
/// Every fast path of the engine against the long way, with each option that the call has: a fast path must not forget one.
/// The paths: cross-entropy by rows; the mean of kept losses; fused attention; softmax, log-softmax and layer norm by rows; the backward kernels of ReLU and GELU;
/// reductions of neighbouring dimensions in place; cumprod and max without history; a folded batch of matrix products; powers 0 to 3; dropout at 0 and 1 and outside training;
/// optimiser kernels on dense memory (OptimizerTests has their options).
/// </summary>
[Collection("default generator")]
public class FastPathTests
{
    // What a row of the operation table may be asked in: each way takes other branches and gives the same numbers.
    private static readonly string[] Recompute = ["conv", "pool", "unfold images", "avg_pool", "max_pool"];

    public static TheoryData<long, Reduction, bool, double, bool> CrossEntropyOptions
    {
        get
        {
            var options = new TheoryData<long, Reduction, bool, double, bool>();
            foreach (var ignored in new long[] { -100, 0, 1, 2, 7 })
            {
                foreach (var reduction in Enum.GetValues<Reduction>())
                {
                    foreach (var (weighted, smoothing) in new[] { (false, 0.0), (true, 0.0), (false, 0.1), (true, 0.1) })
                    {
                        options.Add(ignored, reduction, weighted, smoothing, false);
                        options.Add(ignored, reduction, weighted, smoothing, true);
                    }
                }
            }

            return options;
        }
    }

    [Theory]
    [MemberData(nameof(CrossEntropyOptions))]
    public void CrossEntropy_AnyOptions_IsTheSumWrittenOut(long ignored, Reduction reduction, bool weighted, double smoothing, bool narrow)
    {
        var type = narrow ? float32 : float64;
        var scores = tensor(new double[,] { { 1, 2, 3 }, { 3, 2, 1 }, { 0, 0, 1 }, { 2, 0, -1 } }, type).requires_grad_();
        long[] classes = [0, 1, 2, 0];
        double[] weights = weighted ? [0.5, 2, 1.5] : [1, 1, 1];

        var loss = F.cross_entropy(scores, tensor(classes), weighted ? tensor(weights, type) : null, ignored, reduction, smoothing);
        loss.sum().backward();

        var (values, gradient) = WrittenOut(scores, classes, weights, ignored, reduction, smoothing);
        Assert.Null(Tolerance.Difference(values, Tolerance.Values(loss), 1e-6));
        Assert.Null(Tolerance.Difference(gradient, Tolerance.Values(scores.grad!), 1e-6));
    }

    [Fact]
    public void CrossEntropy_IgnoredClassAmongTheTargets_IsLeftOutOfTheMean()
    {
        var scores = tensor(new float[,] { { 1, 2, 3 }, { 3, 2, 1 }, { 0, 0, 1 } });
        var classes = tensor(new long[] { 0, 1, 2 });

        Assert.Equal(0.97953f, F.cross_entropy(scores, classes, ignore_index: 0).item<float>(), 5);
        Assert.Equal(0.97953f, nn.CrossEntropyLoss(ignore_index: 0).call(scores, classes).item<float>(), 5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CrossEntropy_EveryTargetIgnored_IsNaN(bool weighted) =>
        Assert.True(float.IsNaN(F.cross_entropy(ones(2, 3), zeros(2, int64), weighted ? ones(3) : null, 0).item<float>()));

    // Float64 heads take the long way; float32 ones without mask and dropout the fused kernel.
    [Theory]
    [InlineData(false, "none")]
    [InlineData(true, "none")]
    [InlineData(false, "bool")]
    [InlineData(false, "numbers")]
    public void Attention_FusedOrComposed_AgreesUnderEveryOption(bool causal, string mask)
    {
        foreach (var (queries, keys) in new[] { (5L, 5L), (3L, 5L), (5L, 3L) })
        {
            long[][] shapes = [[2, 3, queries, 4], [2, 3, keys, 4], [2, 3, keys, 6]];
            var wide = shapes.Select((shape, i) => Ramp(shape, 0.7 + i).requires_grad_()).ToArray();
            var narrow = Array.ConvertAll(wide, t => t.detach().to(float32).requires_grad_());
            var hidden = mask switch
            {
                "bool" => Ramp([queries, keys], 1.3).gt(-0.5),
                "numbers" => Ramp([queries, keys], 1.3),
                _ => null,
            };

            var expected = F.scaled_dot_product_attention(wide[0], wide[1], wide[2], hidden, is_casual: causal);
            var actual = F.scaled_dot_product_attention(narrow[0], narrow[1], narrow[2], mask == "numbers" ? hidden!.to(float32) : hidden, is_casual: causal);
            (expected * expected).sum().backward();
            (actual * actual).sum().backward();

            Assert.Null(Tolerance.Difference(Tolerance.Values(expected), Tolerance.Values(actual), Tolerance.OfSingle));
            Assert.All(wide.Zip(narrow), pair => Assert.Null(Tolerance.Difference(Tolerance.Values(pair.First.grad!), Tolerance.Values(pair.Second.grad!), Tolerance.OfSingle)));
        }
    }

    [Fact]
    public void EveryRow_WithoutHistory_HasTheSameValue()
    {
        var failures = new List<string>();
        foreach (var test in OpCase.All().Where(test => test.Gradient))
        {
            var expected = Tolerance.Values(test.Row.Ours(test.Inputs()));
            using var quiet = no_grad();
            failures.AddRange(Tolerance.Difference(expected, Tolerance.Values(test.Row.Ours(test.Inputs())), 1e-6) is { } difference ? [$"{test.Id}: {difference}"] : []);
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(40)));
    }

    // A pass that is itself recorded goes by the rules' long way, a plain one by their kernels.
    [Fact]
    public void EveryRow_RecordedBackwardPass_HasTheSameGradient()
    {
        var (failures, compared) = (new List<string>(), 0);
        foreach (var test in OpCase.All().Where(test => test.Gradient && !Recompute.Any(name => test.Row.Name.Contains(name, StringComparison.Ordinal))))
        {
            var (expected, actual) = (Gradients(test, recorded: false), Gradients(test, recorded: true));
            compared += expected.Length;
            for (var i = 0; i < expected.Length; i++)
            {
                if (expected[i] is null != actual[i] is null
                    || (expected[i] is { } plain && Tolerance.Difference(plain, actual[i]!, test.IsDouble ? 1e-9 : Tolerance.OfSingle) is not null))
                {
                    failures.Add($"{test.Id}: gradient {i}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(40)));
        Assert.True(compared > 300, $"{compared} gradients");
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(1.0, true)]
    [InlineData(0.5, false)]
    public void Dropout_WithoutADraw_KeepsAllOrNothing(double p, bool training)
    {
        var x = Ramp([3, 4], 1).requires_grad_();
        Func<torch.Tensor, double, bool, bool, torch.Tensor>[] kinds = [F.dropout, F.dropout1d, F.dropout2d];
        foreach (var drop in kinds)
        {
            var expected = p == 1 ? x * 0 : x * 1;

            Assert.Equal(Tolerance.Values(expected), Tolerance.Values(drop(x, p, training, false)));
            Assert.Equal(Tolerance.Values(expected), Tolerance.Values(drop(x * 1, p, training, true)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void Power_OfANumber_IsThePowerOfATensor(double exponent)
    {
        foreach (var type in new[] { float32, float64, int64, int32 }.Where(type => exponent is 0 or 1 or 2 or 3 || type is ScalarType.Float32 or ScalarType.Float64))
        {
            var x = (Ramp([3, 4], 1).abs() + 1).mul(3).to(type);
            var expected = x.pow(full_like(x, exponent));

            Assert.Null(Tolerance.Difference(Tolerance.Values(expected), Tolerance.Values(x.pow(exponent)), 1e-6));
            Assert.Equal(expected.dtype, x.pow(exponent == Math.Floor(exponent) ? (Scalar)(long)exponent : exponent).dtype);
        }
    }

    [Fact]
    public void Reductions_NeighboursOrApart_AgreeWithKeepdimAndType()
    {
        var x = Ramp([2, 3, 4, 2], 1.7);
        foreach (var dims in new long[][] { [], [0], [1], [3], [0, 1], [1, 2], [2, 3], [0, 2], [1, 3], [0, 3], [0, 1, 3], [0, 1, 2, 3] })
        {
            foreach (var keepdim in new[] { false, true })
            {
                // One dimension after the other, from the last: always the path of one block.
                var apart = (dims.Length == 0 ? [0L, 1, 2, 3] : dims).OrderDescending().Aggregate(x, (t, dim) => t.sum(dim, keepdim));

                Tolerance.AssertClose(apart, x.sum(dims, keepdim));
                Tolerance.AssertClose(apart.to(float32), x.sum(dims, keepdim, float32));
                Tolerance.AssertClose(apart / (x.numel() / (double)apart.numel()), x.mean(dims, keepdim));
            }
        }
    }

    private static torch.Tensor Ramp(long[] shape, double step) => (arange(shape.Aggregate(1L, (a, b) => a * b), float64) * step).sin().reshape(shape);

    private static double[]?[] Gradients(OpCase test, bool recorded)
    {
        var inputs = test.Inputs();
        var result = test.Row.Ours(inputs);
        var weights = arange(result.numel(), float64).cos().reshape(result.shape).to_type(result.dtype);
        return [.. autograd.grad([result], inputs, [weights], create_graph: recorded, allow_unused: true).Select(g => g is null ? null : Tolerance.Values(g))];
    }

    private static (double[] Values, double[] Gradient) WrittenOut(
        torch.Tensor scores, long[] classes, double[] weights, long ignored, Reduction reduction, double smoothing)
    {
        var x = Tolerance.Values(scores);
        var count = weights.Length;
        var (losses, gradient) = (new double[classes.Length], new double[x.Length]);
        for (var row = 0; row < classes.Length; row++)
        {
            var exponentials = Enumerable.Range(0, count).Select(c => Math.Exp(x[(row * count) + c])).ToArray();
            var total = exponentials.Sum();
            for (var c = 0; c < count && classes[row] != ignored; c++)
            {
                var goal = weights[c] * (((c == classes[row] ? 1 : 0) * (1 - smoothing)) + (smoothing / count));
                losses[row] -= goal * Math.Log(exponentials[c] / total);
                for (var k = 0; k < count; k++)
                {
                    gradient[(row * count) + k] += goal * ((exponentials[k] / total) - (k == c ? 1 : 0));
                }
            }
        }

        var divisor = reduction == Reduction.Mean ? classes.Where(c => c != ignored).Sum(c => weights[c]) : 1;
        return (reduction == Reduction.None ? losses : [losses.Sum() / divisor], Array.ConvertAll(gradient, g => g / divisor));
    }
}
