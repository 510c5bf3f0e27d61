namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a division does with the fraction.</summary>
    public enum RoundingMode
    {
        None = 0,

        /// <summary>Cut off, towards 0.</summary>
        trunc = 1,

        /// <summary>Rounded down, towards −∞.</summary>
        floor = 2,
    }
}
