using Course.Cli.Grading;

namespace Course.Cli.Tests.Grading;

public sealed class SubmissionsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Read_FilesAndFoldersOfOneName_AreDifferentLearners()
    {
        _scratch.Notebook("anna");
        Directory.CreateDirectory(_scratch.At("anna"));
        File.Copy(_scratch.At("anna.ipynb"), _scratch.At("bea.ipynb"));
        File.Copy(_scratch.At("anna.ipynb"), _scratch.At("bea.IPYNB"));

        Assert.Equal(["anna", "anna.ipynb", "bea.IPYNB", "bea.ipynb"], Read().Learners.Select(learner => learner.Name));
    }

    [Fact]
    public void Read_OwnOutputFolder_IsNobody()
    {
        _scratch.Notebook("anna");
        Directory.CreateDirectory(_scratch.Out);

        Assert.Equal(["anna"], Read().Learners.Select(learner => learner.Name));
    }

    [Fact]
    public void Read_LinksToAnothersWork_AreNotFollowed()
    {
        Directory.CreateDirectory(_scratch.At("anna"));
        _scratch.Notebook("anna/01");
        Directory.CreateDirectory(_scratch.At("bea"));
        File.CreateSymbolicLink(_scratch.At("bea/01.ipynb"), _scratch.At("anna/01.ipynb"));
        Directory.CreateSymbolicLink(_scratch.At("cem"), _scratch.At("anna"));

        Assert.Equal(["anna 1", "bea 0"], Read().Learners.Select(learner => $"{learner.Name} {learner.Notebooks.Count}"));
    }

    [Fact]
    public void Read_NobodyThere_SaysWhatIsWanted()
    {
        File.WriteAllText(_scratch.At("notes.txt"), "");

        Assert.Contains("a sub-folder or a notebook (.ipynb) for each learner is wanted", Assert.Throws<UsageException>(Read).Message, StringComparison.Ordinal);
        Assert.Contains("is no folder", Assert.Throws<UsageException>(() => Submissions.Read(_scratch.At("nowhere"), _scratch.Out)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_FilesOfALearner_AreTheirDataAndNoPrograms()
    {
        Directory.CreateDirectory(_scratch.At("anna/pictures"));
        Directory.CreateDirectory(_scratch.At("work"));
        foreach (var name in (string[])["data.csv", "pictures/a.png", "Course.dll", "Course.sln", "NuGet.config", "01.ipynb"])
        {
            File.WriteAllText(_scratch.At("anna/" + name), "");
        }

        File.CreateSymbolicLink(_scratch.At("anna/link.txt"), "/etc/hostname");

        Assert.True(LearnerFiles.Copy(_scratch.At("anna"), _scratch.At("work")));

        Assert.Equal(["data.csv", "pictures/a.png"], Directory.EnumerateFiles(_scratch.At("work"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_scratch.At("work"), file)).Order(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private Submissions Read() => Submissions.Read(_scratch.Folder, _scratch.Out);
}
