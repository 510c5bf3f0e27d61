namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formula in TeX, shown on a line of its own. .NET Interactive had it beside <see cref="LaTeXString"/>, whose text brings its own dollar signs.</summary>
/// <param name="formula">TeX without dollar signs, such as <c>\frac{1}{2}</c>.</param>
public sealed class MathString(string formula)
{
    /// <summary>A text that is a formula.</summary>
    /// <param name="formula">TeX without dollar signs.</param>
    public static implicit operator MathString(string formula) => new(formula);

    /// <summary>The formula between dollar signs.</summary>
    /// <returns>What a front end typesets.</returns>
    public override string ToString() => $"$${formula}$$";
}
