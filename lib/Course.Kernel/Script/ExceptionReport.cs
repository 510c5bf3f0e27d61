using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Course.Kernel.Script;

/// <summary>Tells an exception with the learner's frames only: cell, line, the line's text. Inner exceptions follow.</summary>
internal sealed class ExceptionReport(Func<Assembly, bool> isCell, SourceLines sources, LateSymbols symbols)
{
    private const int MaxFrames = 20;
    private const int MaxInner = 3;

    private readonly ConditionalWeakTable<Exception, List<Place>> _places = [];

    public CellError Create(Exception exception, string cell)
    {
        exception = Unwrap(exception);
        var here = AllPlaces(exception).FirstOrDefault(place => place.HasLine && place.Path == cell);
        return new CellError(
            Name(exception),
            exception.Message,
            [.. Describe(exception)],
            here?.Line); // no column: checks in loops move them
    }

    /// <summary>Where the learner's code was, as lines of a traceback; empty if the exception never passed it.</summary>
    public IEnumerable<string> Where(Exception exception)
    {
        var frames = Places(exception).ToList();
        for (var i = 0; i < Math.Min(frames.Count, MaxFrames); i++)
        {
            var repeats = frames.Skip(i + 1).TakeWhile(frame => IsSame(frame, frames[i])).Count();
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

    private IEnumerable<string> Describe(Place place)
    {
        if (!place.HasLine)
        {
            yield return $"  {SourceLines.Show(place.Path)}{Inside(place.Method)} (which line is not known: the code was optimised)";
            yield break;
        }

        yield return $"  {SourceLines.Show(place.Path)}, line {place.Line}{Inside(place.Method)}";
        if (sources.Line(place.Path, place.Line).Trim() is { Length: > 0 } code)
        {
            yield return "    " + code;
        }
    }

    private static bool IsSame(Place one, Place other) => one.Method == other.Method && one.Line == other.Line;

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

    // Endless recursion has a hundred thousand frames: they are read once.
    private List<Place> Places(Exception exception) => _places.GetValue(exception, read =>
    {
        var frames = new StackTrace(read, fNeedFileInfo: true).GetFrames();
        var thrower = TrueLine.Thrower(frames);
        return
        [
            .. from frame in frames
               where frame.GetMethod()?.DeclaringType is { } type && isCell(type.Assembly)
               let at = Line(frame)
               where at is not null
               select new Place(frame.GetMethod()!, at.Value.Path, at.Value.Line, frame != thrower || TrueLine.IsKnown(read, frame)),
        ];
    });

    private (string Path, int Line)? Line(StackFrame frame) =>
        frame.GetFileName() is { } path && frame.GetFileLineNumber() is > 0 and var line ? (path, line) : symbols.Find(frame);

    private IEnumerable<Place> AllPlaces(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException!)
        {
            foreach (var place in Places(current))
            {
                yield return place;
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

    /// <summary>A call of the learner's.</summary>
    private sealed record Place(MethodBase Method, string Path, int Line, bool HasLine);
}
