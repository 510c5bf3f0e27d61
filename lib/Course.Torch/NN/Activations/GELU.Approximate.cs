namespace TorchSharp.Modules;

public sealed partial class GELU
{
    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none = 0,

        /// <summary>By a tanh of a cubic, as GPT-2 does.</summary>
        tanh = 1,
    }
}
