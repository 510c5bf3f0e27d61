using Course.Cli.Backends;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Backends;

/// <summary>A checkout whose notebooks compute with the real TorchSharp, made by <c>course backend cpu</c> when first asked for.</summary>
[CollectionDefinition(Collection)]
public sealed class RealCourse : ICollectionFixture<RealCourse>, IDisposable
{
    /// <summary>The tests that share it: it is built once.</summary>
    internal const string Collection = "real TorchSharp";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // What the library is built from; JavaScript and data are those of this checkout.
    private static readonly string[] Sources =
    [
        "lib/Course", "lib/Course.Torch/Serialization/Safetensors.cs", "lib/Course.Torch/Serialization/WholeFile.cs", "lib/Course.Torch/Kernels/Int8Gemm.cs", "lib/Directory.Build.props", "lib/Web.targets", "lib/package.json", "lib/package-lock.json", "lib/Course.Cli/Kernel/logo-64x64.png",
        "Directory.Build.props", "Directory.Packages.props", "Course.sln", "LICENSE", "notebooks/NuGet.config",
    ];

    private readonly Scratch _scratch = new();
    private readonly Lazy<string> _said;

    /// <summary>Makes the folder.</summary>
    public RealCourse()
    {
        Directory.CreateDirectory(At("notebooks"));
        _said = new Lazy<string>(Build);
    }

    /// <summary>What the command said.</summary>
    internal string Said => _said.Value;

    /// <summary>Course.dll, what it needs, and the native libraries.</summary>
    internal string Folder => Said.Length > 0 ? _scratch.At("artifacts/backends/cpu") : "";

    internal string At(string name) => _scratch.At(name);

    /// <summary>Runs a notebook of one cell on a backend.</summary>
    /// <returns>What it wrote, line by line.</returns>
    internal string[] Run(string backend, string cell)
    {
        var (code, output) = Execute(backend, _scratch.Notebook("notebooks/parity", cell));
        Assert.True(code == 0, output);
        return _scratch.Said("parity", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs a notebook of the course on TorchSharp.</summary>
    internal NotebookRun RunNotebook(string name)
    {
        var notebook = At($"notebooks/{name}");
        File.Copy(Path.Combine(CourseProgram.Root, "notebooks", name), notebook, overwrite: true);
        var (code, output) = Execute(TorchBackend.Cpu.Name, notebook);
        Assert.True(code == 0, output);
        return Assert.Single(_scratch.Report.Notebooks);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private (int Code, string Output) Execute(string backend, string notebook)
    {
        Assert.NotEmpty(Folder);
        File.WriteAllText(At("artifacts/backends/chosen"), $"{backend} {TorchBackend.DefaultVersion}\n");
        return Course("run", notebook, "--out", _scratch.Out);
    }

    private string Build()
    {
        var copied = Tool.Run("bash", ["-c", """tar -C "$0" --exclude=bin --exclude=obj -cf - "${@:2}" | tar -C "$1" -xf -""", CourseProgram.Root, _scratch.Folder, .. Sources]);
        Assert.True(copied.Code == 0, copied.Said);
        foreach (var shared in new[] { "datasets", "lib/node_modules" })
        {
            File.CreateSymbolicLink(At(shared), Path.Combine(CourseProgram.Root, shared));
        }

        var (code, said) = Course("backend", "cpu");
        Assert.True(code == 0, said);
        return said;
    }

    private (int Code, string Said) Course(params string[] arguments) => Tool.Run(
        CourseProgram.Executable, arguments, _scratch.At("notebooks"), new() { ["COURSE_HOME"] = _scratch.At("home") }, Patience);
}
