using System.Diagnostics;

namespace Course.Tests.Training;

/// <summary>The toy run in a process of its own, which is killed as by <c>kill -9</c>: at a step, or while it writes.</summary>
internal static class ToyProcess
{
    private const int PatienceMs = 60_000;

    /// <summary>The entry of this assembly: path of the checkpoint, then "step N" or "saving N".</summary>
    public static int Main(string[] args)
    {
        if (args is not [var path, var when, var text])
        {
            return 2;
        }

        var at = long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        using var run = new ToyRun(path);
        if (when == "saving")
        {
            // Megabytes, so that there is a while to be killed in.
            run.Go(step => step > at, new double[500_000]);
            KillAsSoonAs(() => Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.tmp").Any());
            run.Go(ballast: new double[500_000]);
        }
        else
        {
            run.Go(step => step > at && Kill());
        }

        return 1;   // alive: the test will say so
    }

    /// <summary>Runs the child until it is dead.</summary>
    /// <returns>Its exit code: 137 on Linux after a kill.</returns>
    public static int Start(string path, string when, long at)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var argument in (string[])["exec", typeof(ToyProcess).Assembly.Location, path, when, $"{at}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        Assert.True(child.WaitForExit(PatienceMs), "the child still runs");
        return child.ExitCode;
    }

    private static void KillAsSoonAs(Func<bool> condition)
    {
        new Thread(() =>
        {
            while (!condition())
            {
                Thread.Yield();
            }

            Kill();
        })
        { IsBackground = true }.Start();
    }

    private static bool Kill()
    {
        Process.GetCurrentProcess().Kill();
        return true;
    }
}
