namespace Course.Cli.Lab;

/// <summary>How to get Jupyter.</summary>
internal static class JupyterAdvice
{
    /// <summary>In one line.</summary>
    internal const string Short = "apt install jupyter-notebook, or pip install jupyterlab, or conda install -c conda-forge jupyterlab";

    /// <summary>The ways that this system has, best first.</summary>
    /// <param name="has">True if there is a program of that name.</param>
    internal static IReadOnlyList<string> Lines(Func<string, bool> has)
    {
        var pip = OperatingSystem.IsWindows() ? "py -m pip install jupyterlab" : "python3 -m venv ~/jupyter && ~/jupyter/bin/pip install jupyterlab";
        var then = OperatingSystem.IsWindows() ? "" : "  then: course lab --jupyter ~/jupyter/bin/jupyter-lab";
        List<string> lines = [];
        if (has("apt-get"))
        {
            lines.Add("apt    sudo apt install jupyter-notebook");
        }

        if (has("conda") || has("mamba"))
        {
            lines.Add($"conda  {(has("conda") ? "conda" : "mamba")} install -c conda-forge jupyterlab");
        }

        lines.Add($"pip    {pip}{then}");
        return lines;
    }

    /// <summary>Why there is nothing to start, and what to do.</summary>
    internal static string Text(Func<string, bool> has) => $"""
        no Jupyter is on this machine: not in PATH, not in an active environment, not in Python's own folders. Get it, then run course lab again:
          {string.Join("\n  ", Lines(has))}
        It is somewhere else? Name it: course lab --jupyter PATH. Without Jupyter, VS Code opens the notebooks too, and course run executes them.
        """;

    internal static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));
}
