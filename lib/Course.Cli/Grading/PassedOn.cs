namespace Course.Cli.Grading;

/// <summary>The variables of the teacher's shell that a learner's code gets to see: what .NET needs to start, and no token or password.</summary>
internal static class PassedOn
{
    private static readonly HashSet<string> Names = new(
        [
            "PATH", "HOME", "USER", "LANG", "TZ", "TERM", "LD_LIBRARY_PATH", "NUGET_PACKAGES", "XDG_CACHE_HOME",
            "APPDATA", "COMSPEC", "LOCALAPPDATA", "PATHEXT", "ProgramData", "ProgramFiles", "SystemDrive", "SystemRoot", "TEMP", "TMP", "USERPROFILE",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a variable is one of them.</summary>
    internal static bool Holds(string name) => Names.Contains(name) || name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal);
}
