using System.Diagnostics;
using System.Reflection;

namespace Course.Kernel.Script;

/// <summary>Tells an exception with the learner's frames only: cell, line, the line's text. Inner exceptions follow.</summary>
internal sealed class ExceptionReport(Func<Assembly, bool> isCell, SourceLines sources)
{
    private const int MaxFrames = 20;
    private const int MaxInner = 3;

    public CellError Create(Exception exception, string cell)
    {
        exception = Unwrap(exception);
        var here = AllFrames(exception).FirstOrDefault(frame => frame.GetFileName() == cell);
        return new CellError(
            Name(exception),
            exception.Message,
            [.. Describe(exception)],
            here?.GetFileLineNumber()); // no column: checks in loops move them
    }

    /// <summary>Where the learner's code was, as lines of a traceback; empty if the exception never passed it.</summary>
    public IEnumerable<string> Where(Exception exception)
    {
        var frames = Frames(exception).ToList();
        for (var i = 0; i < Math.Min(frames.Count, MaxFrames); i++)
        {
            var repeats = frames.Skip(i + 1).TakeWhile(frame => IsSamePlace(frame, frames[i])).Count();
            foreach (var line in Describe(frames[i]))
            {
                yield return line;
            }

            if (repeats > 0)
            {
                yield return $"  … the same call {repeats} more times";
                frames.RemoveRange(i + 1, repeats);
            }
        }

        if (frames.Count > MaxFrames)
        {
            yield return $"  … and {frames.Count - MaxFrames} more calls";
        }
    }

    private IEnumerable<string> Describe(StackFrame frame)
    {
        var path = frame.GetFileName();
        if (path is null)
        {
            yield return $"  in {MethodName(frame.GetMethod())}";
            yield break;
        }

        yield return $"  {SourceLines.Show(path)}, line {frame.GetFileLineNumber()}{Inside(frame.GetMethod())}";
        if (sources.Line(path, frame.GetFileLineNumber()).Trim() is { Length: > 0 } code)
        {
            yield return "    " + code;
        }
    }

    private static bool IsSamePlace(StackFrame one, StackFrame other) =>
        one.GetMethod() == other.GetMethod() && one.GetFileLineNumber() == other.GetFileLineNumber();

    private IEnumerable<string> Describe(Exception exception, string prefix = "", int depth = 0)
    {
        yield return $"{prefix}{Name(exception)}: {exception.Message}";
        foreach (var line in Where(exception))
        {
            yield return line;
        }

        var inner = exception is AggregateException many ? [.. many.InnerExceptions] : new[] { exception.InnerException };
        foreach (var cause in inner.OfType<Exception>().Take(MaxInner).Where(_ => depth < 5))
        {
            foreach (var line in Describe(cause, "caused by ", depth + 1))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<StackFrame> Frames(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetMethod()?.DeclaringType is { } type && isCell(type.Assembly) && frame.GetFileLineNumber() > 0);

    private IEnumerable<StackFrame> AllFrames(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException!)
        {
            foreach (var frame in Frames(current))
            {
                yield return frame;
            }
        }
    }

    // Reflection and static constructors wrap what the learner's code threw; the wrapper says nothing.
    private static Exception Unwrap(Exception exception) =>
        exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner
            ? Unwrap(inner)
            : exception;

    private static string Name(Exception exception)
    {
        var name = exception.GetType().Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    private static string Inside(MethodBase? method) =>
        MethodName(method) is { Length: > 0 } name ? ", in " + name : "";

    /// <summary>The name the learner wrote; empty for a cell's top level. The compiler hides it in angle brackets.</summary>
    private static string MethodName(MethodBase? method)
    {
        if (method is null)
        {
            return "";
        }

        var name = method.Name;
        if (name == "MoveNext" && method.DeclaringType is { } machine)
        {
            name = machine.Name;
        }

        if (name.Contains("b__", StringComparison.Ordinal))
        {
            return "a lambda";
        }

        if (name.Contains(">g__", StringComparison.Ordinal))
        {
            return name.Split(">g__")[1].Split('|')[0];
        }

        name = name.StartsWith('<') ? name[1..].Split('>')[0] : name;
        return name is "<Initialize" or "<Factory" ? "" : method.IsConstructor ? "new " + method.DeclaringType!.Name : name;
    }
}
