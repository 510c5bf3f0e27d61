using System.Diagnostics;
using System.Reflection;

namespace Course;

/// <summary>Finds the learner's own line in an exception.</summary>
internal static class LearnerFrame
{
    // Roslyn scripting, in every host, compiles a cell into a class of this name; what the cell declares is nested in it.
    private const string SubmissionPrefix = "Submission#";

    /// <summary>"line 3 of the cell, in Mse", "in Mse", or null when no frame is the learner's.</summary>
    public static string? Describe(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var thrower = frames.FirstOrDefault(frame => !OnlyThrows(frame.GetMethod()));
        foreach (var frame in frames)
        {
            if (frame.GetMethod() is not { } method || !IsSubmission(method.DeclaringType))
            {
                continue;
            }

            var name = PlainName(method.Name);
            var where = name is null ? "" : $"in `{name}`";
            var line = frame != thrower || IsLineKnown(exception, method) ? frame.GetFileLineNumber() : 0;
            return line == 0 ? (where.Length == 0 ? null : where) : $"line {line} of the cell" + (where.Length == 0 ? "" : ", " + where);
        }

        return null;
    }

    // The checks that the runtime puts into optimised code share one place: its line is that of any of them. Our kernel does not
    // optimise cells with exercises; other hosts do. (The kernel's twin of this is TrueLine.)
    private static bool IsLineKnown(Exception exception, MethodBase method) =>
        exception is not (IndexOutOfRangeException or ArithmeticException)
        || method.Module.Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    private static bool OnlyThrows(MethodBase? method) =>
        method is not null
        && (method.IsDefined(typeof(StackTraceHiddenAttribute)) || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute)) == true
            || method.DeclaringType?.Name.StartsWith("ThrowHelper", StringComparison.Ordinal) == true);

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
