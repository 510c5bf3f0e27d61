namespace Course;

/// <summary>One parameter or buffer of a network, without its values.</summary>
internal sealed record ArchitectureEntry(string Name, string Type, long[] Shape)
{
    public bool Fits(ArchitectureEntry other) =>
        Name == other.Name && Type == other.Type && Shape.AsSpan().SequenceEqual(other.Shape);

    public override string ToString() => $"`{Name}` ({string.Join(", ", Shape)})" + (Type == "Float32" ? "" : " of " + Type);
}
