using System.Diagnostics;

namespace Course.Cli.Tests.Lab;

/// <summary>A shell script in Jupyter's place.</summary>
internal static class FakeJupyter
{
    /// <summary>Writes it and returns its file.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="name">Such as jupyter-lab or python3.</param>
    /// <param name="version">Shell commands when it is asked for its version.</param>
    /// <param name="otherwise">Shell commands when it is started.</param>
    internal static string Write(string folder, string name, string version, string otherwise = "")
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, $"#!/bin/sh\ncase \"$*\" in\n*--version) {version} ;;\n*) {otherwise} ;;\nesac\n");
        Process.Start("chmod", ["+x", file]).WaitForExit();
        return file;
    }
}
