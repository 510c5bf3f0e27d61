namespace Course.Cli.Doctor;

/// <summary>Where notebooks can be opened. None of it is needed for `course run`.</summary>
internal static class HostChecks
{
    private const string KernelName = ".net-csharp"; // the name in every notebook's metadata

    internal static IEnumerable<Diagnosis> Run()
    {
        var (code, _) = Tool.Run("jupyter", ["--version"]);
        yield return Diagnosis.When(
            code == 0, Health.Warn, "Jupyter", code == 0 ? "found" : "not found",
            "needed only to open notebooks in Jupyter: https://jupyter.org/install");
        var kernel = KernelFolders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, KernelName, "kernel.json")));
        yield return Diagnosis.When(
            kernel is not null, Health.Warn, "C# kernel", kernel is null ? "not found" : Path.Combine(kernel, KernelName),
            "needed only to run notebooks in Jupyter; see the README's table of hosts");
    }

    private static IEnumerable<string> KernelFolders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] data =
        [
            .. (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            Path.Combine(home, ".local", "share", "jupyter"),
            Path.Combine(home, "Library", "Jupyter"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter"),
            "/usr/local/share/jupyter",
            "/usr/share/jupyter",
        ];
        return data.Select(folder => Path.Combine(folder, "kernels"));
    }
}
