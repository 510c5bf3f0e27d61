namespace Course.Notebooks.Tests;

/// <summary>Surroundings of a run: an empty home, the fast tier, the notebooks' folder as current directory. Process-wide, so trials run one after the other.</summary>
internal sealed class FreshLearner : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("course-notebooks-");

    public FreshLearner()
    {
        Environment.SetEnvironmentVariable("COURSE_HOME", _home.FullName);
        Environment.SetEnvironmentVariable("COURSE_TIER", "fast");
        Directory.SetCurrentDirectory(Checkout.Notebooks);
    }

    public void Dispose() => _home.Delete(recursive: true);
}
