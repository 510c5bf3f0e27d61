using System.Globalization;
using Course.Kernel.Running;

namespace Course.Cli.Doctor;

/// <summary>Cores, memory, disk, and folders that must be writable.</summary>
internal static class MachineChecks
{
    private const double Giga = 1e9;
    private const double WantedMemory = 2; // one notebook, its charts and the compiler
    private const double WantedDisk = 0.5; // artifacts of a whole run, with room

    internal static IEnumerable<Diagnosis> Run(CourseFolders folders)
    {
        var cores = Environment.ProcessorCount;
        yield return Diagnosis.When(cores >= 2, Health.Warn, "cores", $"{cores}", "the stated run times are for two cores; expect longer");
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Giga;
        yield return Diagnosis.When(memory >= WantedMemory, Health.Warn, "memory", Gigabytes(memory), $"{Gigabytes(WantedMemory)} are wanted; stay at the fast tier");
        var disk = new DriveInfo(folders.Root).AvailableFreeSpace / Giga;
        yield return Diagnosis.When(disk >= WantedDisk, Health.Warn, "disk", $"{Gigabytes(disk)} free", $"{Gigabytes(WantedDisk)} are wanted for executed notebooks and the site");
        yield return Writable("artifacts", folders.Artifacts, "change the folder's owner, or use --out with another");
        yield return Writable("progress", LearnerFolders.Home, "set COURSE_HOME to a folder of yours");
        yield return Writable("temporary files", Path.GetTempPath(), "set TMPDIR to a folder of yours");
    }

    private static string Gigabytes(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} GB");

    private static Diagnosis Writable(string what, string folder, string cure)
    {
        try
        {
            // A folder that is not there yet is made when it is needed; a doctor leaves no traces.
            var probe = Path.Combine(NearestExisting(folder), $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new(Health.Ok, what, $"{folder} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Health.Fail, what, e.Message, cure);
        }
    }

    private static string NearestExisting(string folder) =>
        Directory.Exists(folder) ? folder : NearestExisting(Path.GetDirectoryName(folder) ?? throw new IOException($"{folder} is not there"));
}
