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
            CellSeams.Install();
            SurviveStrayThreads();
        }
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
