namespace Course.Kernel.Running;

/// <summary>How to start the program that runs one notebook; the pipe's name is added as the last argument.</summary>
/// <param name="FileName">An executable.</param>
/// <param name="Arguments">What comes before the pipe's name.</param>
public sealed record ChildCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The verb by which <c>course</c> knows that it is to run one notebook.</summary>
    public const string Verb = "__notebook";

    /// <summary>A built <c>course</c> program.</summary>
    /// <param name="folder">Where its assembly is.</param>
    public static ChildCommand FromFolder(string folder)
    {
        var executable = Path.Combine(folder, OperatingSystem.IsWindows() ? "course.exe" : "course");
        return File.Exists(executable)
            ? new(executable, [Verb])
            : new("dotnet", [Path.Combine(folder, "course.dll"), Verb]);
    }
}
