using System.Reflection;
using Course.Kernel.Formatting;

namespace Course.Kernel.Display;

/// <summary>What reaches the running cell's session from anywhere in the process: the console, and the slots by which lib/Course finds its host.</summary>
internal static class CellSeams
{
    /// <summary>Takes them over; once a process.</summary>
    public static void Install()
    {
        SetWriter("s_out", new CellWriter(StreamName.Output, Console.Out), Console.SetOut);
        SetWriter("s_error", new CellWriter(StreamName.Error, Console.Error), Console.SetError);
        SetReader(new CellReader());
        // They hold BCL types, so that no assembly is shared.
        AppContext.SetData("Notebook.Display", (Func<object, Action<object>>)(value => CellVerbs.display(value).Update));
        AppContext.SetData("Notebook.Report", (Action<string>)(json => CellContext.Current?.Report(json)));
        AppContext.SetData("Notebook.Check", (Action)(() => CellContext.Current?.ThrowIfStopping())); // long loops of the library may call it, to be interruptible
        AppContext.SetData("Notebook.EndLoops", (Action<bool>)(end => CellContext.Current?.EndLoops(end))); // a check that runs long ends its answer, not its cell
        if (OperatingSystem.IsBrowser())
        {
            FormatterUse.Defer(SharedDisplays.Install);
        }
        else
        {
            SharedDisplays.Install();
        }
    }

    // Console.SetOut puts a lock around the writer. A cell that is interrupted inside it may keep it for ever, and with it
    // every later Console.Write; our writer needs none, so it is put in place without.
    private static void SetWriter(string fieldName, CellWriter writer, Action<TextWriter> setPublicly)
    {
        setPublicly(writer);
        SetField(fieldName, writer);
    }

    // A browser has no standard input, and says so to who sets another.
    private static void SetReader(CellReader reader)
    {
        if (OperatingSystem.IsBrowser())
        {
            SetField("s_in", reader);
        }
        else
        {
            Console.SetIn(reader);
        }
    }

    private static void SetField(string name, object value) =>
        typeof(Console).GetField(name, BindingFlags.Static | BindingFlags.NonPublic)?.SetValue(null, value);
}
