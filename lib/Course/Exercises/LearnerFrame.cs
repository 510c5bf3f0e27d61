using System.Diagnostics;

namespace Course;

/// <summary>Finds the learner's own line in an exception.</summary>
internal static class LearnerFrame
{
    // Roslyn scripting, in every host, compiles a cell into a class of this name; what the cell declares is nested in it.
    private const string SubmissionPrefix = "Submission#";

    /// <summary>"line 3 of the cell, in Mse", "in Mse", or null when no frame is the learner's.</summary>
    public static string? Describe(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || !IsSubmission(method.DeclaringType))
            {
                continue;
            }

            var name = PlainName(method.Name);
            var where = name is null ? "" : $"in `{name}`";
            var line = frame.GetFileLineNumber();
            return line == 0 ? (where.Length == 0 ? null : where) : $"line {line} of the cell" + (where.Length == 0 ? "" : ", " + where);
        }

        return null;
    }

    private static bool IsSubmission(Type? type)
    {
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type?.Name.StartsWith(SubmissionPrefix, StringComparison.Ordinal) == true;
    }

    // Lambdas and local functions have compiler-made names such as "<Mse>g__Square|0_0" or "<Mse>b__1"; the part that people wrote is kept.
    private static string? PlainName(string name)
    {
        if (!name.StartsWith('<'))
        {
            return name;
        }

        var local = name.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            return name[(local + 3)..].Split('|')[0];
        }

        var inside = name[1..Math.Max(1, name.IndexOf('>', StringComparison.Ordinal))].TrimStart('<');
        return inside.Length == 0 || inside == "Initialize" || inside == "Factory" ? null : inside;
    }
}
