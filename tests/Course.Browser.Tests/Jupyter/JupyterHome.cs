using System.Diagnostics;

namespace Course.Browser.Tests.Jupyter;

/// <summary>A place for Debian's Jupyter with our kernel installed and copies of the notebooks; nothing of the user's is read or written.</summary>
public sealed class JupyterHome : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-jupyter-").FullName;
    private readonly string _tier;

    /// <summary>Installs the kernel and copies the notebooks.</summary>
    /// <param name="tier">At which they run.</param>
    public JupyterHome(string tier)
    {
        _tier = tier;
        Notebooks = Directory.CreateDirectory(Path.Combine(_folder, "notebooks")).FullName;
        foreach (var file in Directory.GetFiles(Checkout.Notebooks, "*.ipynb"))
        {
            File.Copy(file, Path.Combine(Notebooks, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder, "datasets"), Path.Combine(Checkout.Root, "datasets")); // looked for above the notebook
        var (code, output) = Run("dotnet", Path.Combine(Checkout.Cli, "course.dll"), "kernel", "install", "--prefix", _folder);
        Assert.True(code == 0, output);
    }

    /// <summary>The notebooks that run under Jupyter too: plain C#, the engine with progress that is redrawn, and the longest.</summary>
    public static IReadOnlyList<string> Chosen { get; } = [.. new[] { "01", "08", "16" }.Select(FileOf)];

    /// <summary>The copies.</summary>
    public string Notebooks { get; }

    /// <summary>Makes a notebook one of the user's own: its saved scripts run.</summary>
    internal void Trust(string name)
    {
        var (code, output) = Run("/usr/bin/python3", "-c", "from nbformat.sign import TrustNotebookApp; TrustNotebookApp.launch_instance()", name);
        Assert.True(code == 0, output);
    }

    /// <summary>How to start a program here, its output redirected.</summary>
    internal ProcessStartInfo Describe(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Notebooks, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in new[] { "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "COURSE_HOME" })
        {
            start.Environment[variable] = Path.Combine(_folder, variable);
        }

        start.Environment["JUPYTER_PATH"] = Path.Combine(_folder, "share", "jupyter");
        start.Environment["COURSE_TIER"] = _tier;
        start.Environment["COURSE_WARM_UP"] = "brief"; // 3 s of a processor's time for each of a dozen kernels
        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    internal (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(Describe(program, arguments))!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, string.Concat(output.GetAwaiter().GetResult()));
    }

    private static string FileOf(string number) => Path.GetFileName(Directory.GetFiles(Checkout.Notebooks, number + "-*.ipynb").Single());

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
