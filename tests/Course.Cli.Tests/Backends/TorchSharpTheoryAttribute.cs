namespace Course.Cli.Tests.Backends;

/// <summary>Like <see cref="TorchSharpFactAttribute"/>, for several cases.</summary>
internal sealed class TorchSharpTheoryAttribute : TheoryAttribute
{
    public TorchSharpTheoryAttribute() => Skip = TorchSharpFactAttribute.Obstacle;
}
