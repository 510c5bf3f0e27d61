using System.Diagnostics;

namespace TorchSharp;

// What is written once is marked here, and tests/Course.Tests/Repository/Mirrors writes its mirrors beside it, in *.Generated.cs.
// The marks are for that eye only: they leave no trace in the assembly.

/// <summary>There is an op_(…) that overwrites.</summary>
[Conditional("MIRRORS")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InPlaceTwinAttribute : Attribute;

/// <summary>There is a torch.op(input, …), and a torch.op_(input, …) if the method has an in-place twin.</summary>
[Conditional("MIRRORS")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StaticTwinAttribute : Attribute
{
    /// <summary>No torch.op_(input, …), as in TorchSharp.</summary>
    public bool OutOfPlaceOnly { get; init; }
}

/// <summary>There is a module, its factory and a function in nn.functional.</summary>
/// <param name="module">Its name: "ReLU".</param>
/// <param name="functional">The function's parameters, with defaults: "Tensor x, bool inplace = false". A stroke separates overloads.</param>
[Conditional("MIRRORS")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ActivationAttribute(string module, string functional) : Attribute
{
    public string Module { get; } = module;

    public string Functional { get; } = functional;

    /// <summary>The factory's parameters, where they are not the function's without the first.</summary>
    public string? Factory { get; init; }

    /// <summary>The function's name, where it is not the method's.</summary>
    public string? Name { get; init; }
}

/// <summary>There is a module and its factory for this function of an input and a target.</summary>
/// <param name="module">Its name: "MSELoss".</param>
[Conditional("MIRRORS")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LossModuleAttribute(string module) : Attribute
{
    public string Module { get; } = module;
}
