namespace TorchSharp.Utils;

/// <summary>The name under which a field is registered, where the field's own will not do.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public required string Name { get; set; }
}
