namespace Course.Serve.Models;

/// <summary>What the server asks: a contract, and probabilities.</summary>
internal interface IModel : IDisposable
{
    /// <summary>What goes in, and what comes out.</summary>
    ModelContract Contract { get; }

    /// <summary>SHA-256 of the file.</summary>
    string Hash { get; }

    /// <summary>The model card; may be empty.</summary>
    string Card { get; }

    /// <summary>Never called twice at the same time.</summary>
    /// <param name="inputs">(N · size) as the API takes them, before mean and deviation.</param>
    /// <param name="count">N.</param>
    /// <returns>(N · labels), each row sums to 1.</returns>
    float[] Probabilities(float[] inputs, int count);
}
