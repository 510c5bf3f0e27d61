namespace TorchSharp;

/// <summary>Padding by name.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>So that the size stays.</summary>
    Same = 1,
}
