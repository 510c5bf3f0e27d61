namespace Course.Kernel.Running;

/// <summary>Where lib/Course keeps what belongs to the learner, found the way it finds them.</summary>
internal static class LearnerFolders
{
    internal const string HomeVariable = "COURSE_HOME";
    internal const string CacheVariable = "COURSE_CACHE";

    /// <summary>Progress: <c>COURSE_HOME</c>, else <c>course</c> in the user's local application data.</summary>
    internal static string Home => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "course");

    /// <summary>Fetched data: <c>COURSE_CACHE</c>, else below <see cref="Home"/>.</summary>
    internal static string Cache => Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } cache
        ? Path.GetFullPath(cache)
        : Path.Combine(Home, "data");
}
