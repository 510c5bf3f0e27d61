namespace Course.Tests.Repository.Mirrors;

/// <summary>The twins, functions and modules that only repeat a method are written from its marks (lib/Course.Torch/Tensor/Mirrors.cs) into *.Generated.cs beside it.</summary>
public sealed class MirrorTests
{
    private const string WriteVariable = "COURSE_WRITE_MIRRORS";

    [Fact]
    public void GeneratedFiles_AreWhatTheMarksSay()
    {
        var (wanted, found) = (MirrorFiles.Wanted(), MirrorFiles.Found());
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            MirrorFiles.Write(wanted, found);
            found = MirrorFiles.Found();
        }

        var stale = wanted.Where(file => found.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).Concat(found.Keys.Except(wanted.Keys)).Order().ToArray();

        Assert.True(stale.Length == 0, $"Not current: {string.Join(", ", stale)}\n\nThey are written, never edited: {WriteVariable}=1 dotnet test tests/Course.Tests --filter Mirror");
        Assert.True(wanted.Count > 20, $"only {wanted.Count} files have marks");
    }
}
