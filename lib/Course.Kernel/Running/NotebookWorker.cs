using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Course.Kernel.Display;
using Course.Kernel.Session;

namespace Course.Kernel.Running;

/// <summary>The process of one notebook: reads its work from standard input, runs the cells, tells its parent on a private pipe.</summary>
/// <remarks>Standard input stays open as long as the parent lives. When it ends, this process ends too, with all that it started.</remarks>
internal static class NotebookWorker
{
    /// <summary>Runs one code cell in a session; errors call it by <paramref name="name"/>.</summary>
    internal delegate CellResult RunCell(string code, ICellEvents events, string name);

    /// <summary>Does the work and returns.</summary>
    /// <param name="pipeHandle">The pipe's write end, as the parent named it.</param>
    /// <param name="startSession">Working directory → a session that runs cells.</param>
    internal static void Run(string pipeHandle, Func<string, RunCell> startSession)
    {
        ProcessGroup.Lead();
        UseInvariantCulture();
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, pipeHandle);
        ProcessGroup.KeepPrivate(pipe.SafePipeHandle);
        var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var order = JsonSerializer.Deserialize(input.ReadLine() ?? "null", WireJson.Compact.WorkOrder);
        if (order is null)
        {
            return; // the parent died before it had written a line
        }

        EndWithParent(input);
        Console.SetIn(TextReader.Null);
        Directory.SetCurrentDirectory(order.WorkingDirectory);
        RunCells(order.Cells, startSession(order.WorkingDirectory), new EventWriter(pipe, order.Seal));
    }

    private static void RunCells(IReadOnlyList<WorkCell> cells, RunCell run, EventWriter events)
    {
        foreach (var cell in cells)
        {
            events.Send(new RunEvent.CellStarted(cell.Index));
            var watch = Stopwatch.StartNew();
            var result = run(cell.Source, new CellSender(events, cell.Index), $"cell {cell.Index + 1}");
            events.Send(new RunEvent.CellEnded(cell.Index, result, watch.Elapsed.TotalSeconds, PeakMemory()));
            if (result.Status != CellStatus.Completed && !cell.MayFail)
            {
                break;
            }
        }

        events.Send(new RunEvent.NotebookFinished());
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    // On every thread, whatever the learner's machine speaks: a decimal comma would change what a cell prints.
    private static void UseInvariantCulture()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    private static void EndWithParent(StreamReader input) =>
        new Thread(() =>
        {
            while (input.Read() >= 0)
            {
                // The parent says nothing more; only the end of the stream matters.
            }

            ProcessGroup.KillOwn();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
}
