using TorchSharp.Modules;

namespace Course;

/// <summary>A model as it came out of its file: checked, ready to answer, without dropout.</summary>
public sealed class SavedModel : IDisposable
{
    internal SavedModel(ModelContract contract, Sequential module, string layers, string hash, string card) =>
        (Contract, Module, Layers, Hash, Card) = (contract, module, layers, hash, card);

    /// <summary>What goes in, and what comes out.</summary>
    public ModelContract Contract { get; }

    /// <summary>The network, in evaluation mode, on the processor.</summary>
    public Sequential Module { get; }

    /// <summary>Its layers, a line each: name, kind, settings.</summary>
    public string Layers { get; }

    /// <summary>The SHA-256 of the file's bytes, in which the 64 characters of the hash itself count as zeros.</summary>
    public string Hash { get; }

    /// <summary>The model card, in Markdown; empty when none was saved.</summary>
    public string Card { get; }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => Module.Dispose();
}
