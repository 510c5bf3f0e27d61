using System.Diagnostics;

namespace Course.Cli.Tests;

/// <summary>Jupyter's own judgement of a notebook file.</summary>
internal static class NbFormat
{
    private const string Script = """
        import json, sys, nbformat
        for path in sys.argv[1:]:
            notebook = json.load(open(path, encoding="utf-8"))
            assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5), path
            nbformat.validate(notebook)
        """;

    /// <summary>Fails unless each file is valid against the nbformat 4.5 schema.</summary>
    internal static void AssertValid(IReadOnlyList<string> files)
    {
        Assert.NotEmpty(files);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, .. files]) { RedirectStandardError = true })!;
        var complaint = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, complaint);
    }
}
