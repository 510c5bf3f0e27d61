using Course.Kernel.Tests.Notebooks;

namespace Course.Cli.Tests.Commands;

/// <summary>A folder that looks like a checkout of the course, with the real data sets.</summary>
public sealed class Checkout : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>Makes it.</summary>
    public Checkout()
    {
        File.WriteAllText(_scratch.At("Course.sln"), "");
        Directory.CreateDirectory(Path.Combine(Notebooks, "deeper"));
        File.CreateSymbolicLink(_scratch.At("datasets"), Path.Combine(CourseProgram.Root, "datasets"));
        File.Copy(Path.Combine(CourseProgram.Root, "notebooks", "NuGet.config"), Path.Combine(Notebooks, "NuGet.config"));
    }

    internal string Root => _scratch.Folder;

    internal string Notebooks => _scratch.At("notebooks");

    /// <summary>Runs <c>course</c> in it, with package caches and a home of its own.</summary>
    internal (int Code, string Output) Course(params string[] arguments) => CourseProgram.Run(
        Path.Combine(Notebooks, "deeper"),
        arguments,
        ("NUGET_PACKAGES", _scratch.At("packages")),
        ("COURSE_HOME", _scratch.At("home")));

    /// <summary>Writes a notebook that keeps all rules, and returns its file.</summary>
    internal string Add(string name, string code = "1 + 1")
    {
        var path = Path.Combine(Notebooks, name + ".ipynb");
        var notebook = NotebookBuilder.Exemplary(path);
        notebook.Cells[3] = NotebookBuilder.Code("cell-4", code);
        notebook.Cells[0].Source = notebook.Cells[0].Source.Replace("15 minutes", "1 minutes", StringComparison.Ordinal); // no exercise, no time
        File.WriteAllText(path, notebook.ToJson());
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();
}
