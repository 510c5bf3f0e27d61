using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>Every gradient of the table against central differences, in double.</summary>
[Collection("default generator")]
public class FiniteDifferenceTests
{
    private const double Step = 1e-6;
    private const double Relative = 2e-5;

    [Fact]
    public void EveryGradient_OfTheTable_EqualsCentralDifferences()
    {
        var failures = OpCase.All().Where(test => test.IsDouble && test.Gradient).SelectMany(Check).ToArray();

        Assert.True(failures.Length == 0, string.Join("\n", failures.Take(40)));
    }

    private static IEnumerable<string> Check(OpCase test)
    {
        var inputs = test.Inputs();
        var result = test.Row.Ours(inputs);
        if (!result.requires_grad || result.numel() == 0)
        {
            yield break;
        }

        var weights = arange(result.numel(), float64).cos().reshape(result.shape);
        (result * weights).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].numel() == 0 || inputs[i].grad is not { } gradient)
            {
                continue;
            }

            // One element per input, chosen by the case's name: over the table every place gets its turn.
            var at = test.Id.Length * 7 % (int)inputs[i].numel();
            var expected = (Value(test, weights, i, at, Step) - Value(test, weights, i, at, -Step)) / (2 * Step);
            var actual = Tolerance.Values(gradient)[at];
            if (Math.Abs(expected - actual) > Relative * Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(actual))))
            {
                yield return $"{test.Id}: input {i}, element {at}: differences say {expected:R}, the gradient says {actual:R}";
            }
        }
    }

    private static double Value(OpCase test, Tensor weights, int input, int at, double step)
    {
        using var quiet = no_grad();
        var inputs = test.Inputs();
        var values = Tolerance.Values(inputs[input]);
        values[at] += step;
        inputs[input] = tensor(values, inputs[input].shape);
        return (test.Row.Ours(inputs) * weights).sum().item<double>();
    }
}
