namespace Course.Cli.Lab;

/// <summary>A Jupyter that answered, and how to start it.</summary>
/// <param name="Program">An executable: Jupyter's own, or a Python.</param>
/// <param name="Arguments">What comes first on its command line, such as <c>-m jupyterlab</c>.</param>
/// <param name="IsLab">True for Jupyter Lab, false for Jupyter Notebook.</param>
/// <param name="Version">As it says itself, such as 6.4.12.</param>
internal sealed record Jupyter(string Program, IReadOnlyList<string> Arguments, bool IsLab, string Version)
{
    /// <summary>What to call it when speaking to people.</summary>
    internal string Name => $"Jupyter {(IsLab ? "Lab" : "Notebook")} {Version}";

    /// <summary>The command line words that make <paramref name="page"/> the first page.</summary>
    /// <param name="page">A path below the server's address, with its slash.</param>
    // Each of these applications reads only the setting of its own class, and passes over the others with a warning.
    internal IEnumerable<string> OpenAt(string page) => IsLab ? [$"--LabApp.default_url={page}", $"--ServerApp.default_url={page}"]
        : Major < 7 ? [$"--NotebookApp.default_url={page}"]
        : [$"--JupyterNotebookApp.default_url={page}", $"--ServerApp.default_url={page}"];

    /// <summary>The path of the page that shows a notebook, or all files if there is none of that name.</summary>
    internal string PageOf(string? notebook) => (IsLab, notebook) switch
    {
        (true, null) => "/lab",
        (true, _) => "/lab/tree/" + Uri.EscapeDataString(notebook),
        (false, null) => "/tree",
        (false, _) => "/notebooks/" + Uri.EscapeDataString(notebook),
    };

    private int Major => int.TryParse(Version.Split('.')[0], out var major) ? major : 0;
}
