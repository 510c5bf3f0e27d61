namespace Course.Kernel.Script;

/// <summary>Where the framework declares a name.</summary>
/// <param name="Space">The namespace.</param>
/// <param name="Assembly">Simple name of an assembly that is fetched when code asks for it.</param>
internal readonly record struct LateName(string Space, string Assembly);
