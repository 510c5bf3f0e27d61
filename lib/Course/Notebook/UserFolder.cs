namespace Course;

/// <summary>Where the course keeps what belongs to the learner.</summary>
internal static class UserFolder
{
    internal const string Variable = "COURSE_HOME";

    /// <summary><c>COURSE_HOME</c>, else <c>course</c> in the user's local application data.</summary>
    public static string Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } home
        ? home
        : System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "course");
}
