namespace Course.Cli.Tests.Train;

/// <summary>A test that starts real ranks; skipped, with the reason, where there is no Open MPI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MpiFactAttribute : FactAttribute
{
    public MpiFactAttribute() => Skip = IsHere ? null : "there is no mpirun: apt-get install openmpi-bin";

    private static bool IsHere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "mpirun")));
}
