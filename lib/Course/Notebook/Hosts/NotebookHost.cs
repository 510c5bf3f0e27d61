using System.Reflection;

namespace Course;

/// <summary>Finds the host that the code runs in: our kernel, .NET Interactive, Verso, or a console.</summary>
internal static class NotebookHost
{
    // A foreign host's assemblies are loaded before any cell runs, so one look is enough.
    private static readonly Lazy<INotebookHost?> Foreign = new(() => FindForeign(AppDomain.CurrentDomain.GetAssemblies()));

    /// <summary>The host of this moment: our kernel's slot may be set and cleared, so it is read each time.</summary>
    public static INotebookHost Current => Choose(KernelSlots.Display, Foreign.Value, Console.Out);

    public static INotebookHost Choose(Func<object, Action<object>>? display, INotebookHost? foreign, TextWriter console)
    {
        if (display is not null)
        {
            return new KernelHost(display);
        }

        return foreign is null or InteractiveHost { IsInCell: false } ? new ConsoleHost(console) : foreign;
    }

    public static INotebookHost? FindForeign(IEnumerable<Assembly> loaded)
    {
        var assemblies = loaded.ToArray();
        return (INotebookHost?)InteractiveHost.Find(assemblies) ?? VersoHost.Find(assemblies);
    }
}
