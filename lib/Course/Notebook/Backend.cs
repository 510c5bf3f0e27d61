namespace Course;

/// <summary>Which implementation of the torch API the library was built against.</summary>
internal static class Backend
{
    /// <summary>For the set-up card and the doctor.</summary>
    public static string Name { get; } =
        typeof(Backend).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "TorchSharp")
            ? "TorchSharp (native)"
            : "Course.Torch (managed C#)";
}
