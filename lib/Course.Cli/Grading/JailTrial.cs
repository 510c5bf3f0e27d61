using System.ComponentModel;
using System.Text.Json;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Cli.Grading;

/// <summary>Tries a jail from inside, by a notebook that does what is not to succeed.</summary>
internal static class JailTrial
{
    private const string Offline = """
        foreach (var card in System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces())
        {
            if (card.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback) throw new Exception("there is a network");
        }

        """;

    private const string Apart = """
        foreach (var folder in System.Text.Json.JsonSerializer.Deserialize<string[]>(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String("HIDDEN"))))
        {
            if (!System.IO.Directory.Exists(folder)) continue;
            foreach (var entry in System.IO.Directory.EnumerateFileSystemEntries(folder))
            {
                if (!Environment.CurrentDirectory.StartsWith(entry)) throw new Exception("others can be seen");
            }
        }

        var forbidden = System.IO.Path.Combine(AppContext.BaseDirectory, "grade-probe");
        var isWritten = true;
        try { System.IO.File.WriteAllText(forbidden, ""); } catch (Exception) { isWritten = false; }
        if (isWritten)
        {
            System.IO.File.Delete(forbidden);
            throw new Exception("all can be written");
        }

        System.IO.File.WriteAllText("grade-probe", "");
        """;

    /// <summary>True if notebooks run in the jail, and it holds what its level promises.</summary>
    internal static bool Holds(Jail jail, GradeSettings settings, string workshop, CancellationToken cancel)
    {
        var grader = new Grader(settings, [], jail, workshop);
        try
        {
            return !cancel.IsCancellationRequested && grader.Execute(work => grader.Run(Notebook(jail, work), work, cancel)).Status == RunStatus.Ok;
        }
        catch (Win32Exception)
        {
            return false; // no such program here
        }
    }

    private static NotebookDocument Notebook(Jail jail, string work)
    {
        var hidden = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(jail.Hidden));
        var probe = new NotebookDocument { Path = Path.Combine(work, "probe.ipynb") };
        probe.Cells.Add(new NotebookCell
        {
            Id = "probe",
            Kind = CellKind.Code,
            Source = jail.Level switch
            {
                JailLevel.Whole => Offline + Apart.Replace("HIDDEN", hidden, StringComparison.Ordinal),
                JailLevel.NoNetwork => Offline,
                _ => "1",
            },
        });
        return probe;
    }
}
