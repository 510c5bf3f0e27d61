namespace Course;

/// <summary>How one gets Open MPI.</summary>
internal static class MpiAdvice
{
    public const string Install = "On Debian and Ubuntu: `apt-get install openmpi-bin`; on macOS: `brew install open-mpi`; Windows has it inside WSL.";
}
