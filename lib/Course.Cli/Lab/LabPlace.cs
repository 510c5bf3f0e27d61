namespace Course.Cli.Lab;

/// <summary>Where one Jupyter server works.</summary>
/// <param name="Notebooks">The folder that it shows.</param>
/// <param name="Data">A folder that Jupyter reads kernels from and that nobody else's Jupyter knows.</param>
/// <param name="Port">On this machine's own address.</param>
/// <param name="Page">The first page: a path below the server's address, with its slash.</param>
internal sealed record LabPlace(string Notebooks, string Data, int Port, string Page)
{
    /// <summary>What the server and its kernels say.</summary>
    internal string Log => Path.Combine(Data, $"server-{Port}.log");

    /// <summary>The kernels that only this server has.</summary>
    internal string Kernels => Path.Combine(Data, "kernels");

    // Notebook 6 asks for widgets of 2015 wherever there are none of today, and would have an error on its console.
    private string Widgets => Path.Combine(Data, "nbextensions", "widgets", "notebook", "js", "extension.js");

    /// <summary>Writes what a page of this server asks for and nobody has.</summary>
    internal void WriteExtensions()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Widgets)!);
        File.WriteAllText(Widgets, "define(function () { return { load_ipython_extension: function () {} }; });\n");
    }
}
