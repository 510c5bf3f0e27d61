namespace Course;

/// <summary>Which implementation of the torch API the library was built against.</summary>
internal static class Backend
{
    /// <summary>True for Course.Torch, false for TorchSharp.</summary>
    public static bool IsManaged { get; } =
        typeof(Backend).Assembly.GetReferencedAssemblies().All(assembly => assembly.Name != "TorchSharp");

    /// <summary>For the set-up card and the doctor.</summary>
    public static string Name { get; } = IsManaged ? "Course.Torch (managed C#)" : "TorchSharp (native)";
}
