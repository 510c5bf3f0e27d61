using System.Diagnostics;
using System.Reflection;

namespace Course.Kernel.Script;

/// <summary>Tells the lines of a stack trace that can be relied on from those that the optimiser has mixed up.</summary>
/// <remarks>lib/Course, which cannot refer to this assembly, asks the same in Exercises/LearnerFrame.cs.</remarks>
internal static class TrueLine
{
    /// <summary>The call in which an exception arose: the innermost but for those that do nothing but throw.</summary>
    public static StackFrame? Thrower(IEnumerable<StackFrame> frames) => frames.FirstOrDefault(frame => !OnlyThrows(frame.GetMethod()));

    /// <summary>
    /// False where a check that the runtime put into optimised code has thrown: all such checks of a method share one place,
    /// and its line is that of any of them.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="thrower">The call in which it arose.</param>
    public static bool IsKnown(Exception exception, StackFrame thrower) =>
        exception is not (IndexOutOfRangeException or ArithmeticException)
        || thrower.GetMethod()?.Module.Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    private static bool OnlyThrows(MethodBase? method) =>
        method is not null
        && (method.IsDefined(typeof(StackTraceHiddenAttribute)) || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute)) == true
            || method.DeclaringType?.Name.StartsWith("ThrowHelper", StringComparison.Ordinal) == true);
}
