using System.Reflection;
using System.Runtime.ExceptionServices;
using Course.Kernel.Display;

namespace Course.Kernel.Threads;

/// <summary>Takes over the process-wide seams once, for all sessions: console, the library's slots, faults on stray threads.</summary>
internal static class ProcessHooks
{
    private static readonly Lock Gate = new();
    private static bool _installed;

    public static void Install()
    {
        lock (Gate)
        {
            if (_installed)
            {
                return;
            }

            _installed = true;
            SetWriter("s_out", new CellWriter(StreamName.Output, Console.Out), Console.SetOut);
            SetWriter("s_error", new CellWriter(StreamName.Error, Console.Error), Console.SetError);
            Console.SetIn(new CellReader());
            // lib/Course finds its host by these slots; they hold BCL types, so that no assembly is shared.
            AppContext.SetData("Notebook.Display", (Func<object, Action<object>>)(value => CellVerbs.display(value).Update));
            AppContext.SetData("Notebook.Report", (Action<string>)(json => CellContext.Current?.Report(json)));
            AppContext.SetData("Notebook.Check", (Action)(() => CellContext.Current?.ThrowIfStopping())); // long loops of the library may call it, to be interruptible
            AppContext.SetData("Notebook.EndLoops", (Action<bool>)(end => CellContext.Current?.EndLoops(end))); // a check that runs long ends its answer, not its cell
            SharedDisplays.Install();
            SurviveStrayThreads();
        }
    }

    // Console.SetOut puts a lock around the writer. A cell that is interrupted inside it may keep it for ever, and with it
    // every later Console.Write; our writer needs none, so it is put in place without.
    private static void SetWriter(string fieldName, CellWriter writer, Action<TextWriter> setPublicly)
    {
        setPublicly(writer);
        typeof(Console).GetField(fieldName, BindingFlags.Static | BindingFlags.NonPublic)?.SetValue(null, writer);
    }

    // An exception on a thread that a cell started would end the process, and with it the learner's work.
    private static void SurviveStrayThreads()
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(exception =>
            {
                if (CellContext.Current is not { } session)
                {
                    return false;
                }

                session.Write(StreamName.Error, $"A thread of a cell ended by {exception.GetType().Name}: {exception.Message}\n");
                return true;
            });
        }
        catch (InvalidOperationException)
        {
            // The host has set its own.
        }
    }
}
