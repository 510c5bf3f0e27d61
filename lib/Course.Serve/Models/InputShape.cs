using System.Globalization;
using Course.Serve.Digits;

namespace Course.Serve.Models;

/// <summary>What one input of a model looks like.</summary>
internal static class InputShape
{
    /// <summary>Whether it is a digit as MNIST has them, flat or not.</summary>
    internal static bool IsDigit(this ModelContract contract) =>
        contract.Input.SkipWhile(size => size == 1).ToArray() is [MnistFrame.Side, MnistFrame.Side] or [MnistFrame.Side * MnistFrame.Side];

    /// <summary>As a sentence has it: 1 × 28 × 28.</summary>
    internal static string Text(IEnumerable<long> shape) => string.Join(" × ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
