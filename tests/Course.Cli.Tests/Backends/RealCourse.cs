namespace Course.Cli.Tests.Backends;

/// <summary>A folder like a checkout, with the course's library built on the real TorchSharp; built when first asked for.</summary>
public sealed class RealCourse : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Lazy<string> _build;

    /// <summary>Makes the folder.</summary>
    public RealCourse()
    {
        _build = new Lazy<string>(Build);
        File.WriteAllText(_scratch.At("Course.sln"), "");
        Directory.CreateDirectory(_scratch.At("notebooks"));
        File.CreateSymbolicLink(_scratch.At("datasets"), Path.Combine(CourseProgram.Root, "datasets"));
    }

    /// <summary>Course.dll, what it needs, and the native libraries.</summary>
    internal string Folder => _build.Value;

    internal string At(string name) => _scratch.At(name);

    /// <summary>Runs a notebook of one cell on a backend.</summary>
    /// <returns>What it wrote, line by line.</returns>
    internal string[] Run(string backend, string cell)
    {
        Assert.NotEmpty(Folder);
        File.WriteAllText(_scratch.At("artifacts/backends/chosen"), $"{backend} 0.107.0\n");
        var notebook = _scratch.Notebook("notebooks/parity", cell);
        var (code, output) = CourseProgram.Run(_scratch.At("notebooks"), ["run", notebook, "--out", _scratch.Out], ("COURSE_HOME", _scratch.At("home")));
        Assert.True(code == 0, output);
        return _scratch.Said("parity", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private string Build()
    {
        var folder = _scratch.At("artifacts/backends/cpu");
        var (code, said) = Tool.Run(
            "dotnet",
            ["build", "lib/Course/Course.csproj", "-c", "Release", "-p:TorchBackend=cpu", $"-p:OutDir={folder}/", "--nologo", "-v", "quiet"],
            CourseProgram.Root,
            patience: TimeSpan.FromMinutes(5));
        Assert.True(code == 0, said);
        OldCppRuntime.Accommodate(folder);
        return folder;
    }
}
