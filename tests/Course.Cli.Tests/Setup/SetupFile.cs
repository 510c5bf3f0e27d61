using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Cli.Tests.Setup;

/// <summary>Files at the checkout's root that other programs read.</summary>
internal static partial class SetupFile
{
    private const string ToJson = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), sys.stdout)";

    internal static string Text(string path) => File.ReadAllText(Path.Combine(CourseProgram.Root, path));

    internal static JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    /// <summary>A YAML file as its readers understand it; the key "on" is "true" to them.</summary>
    internal static JsonNode Yaml(string path)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", ToJson, Path.Combine(CourseProgram.Root, path)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var python = Process.Start(start)!;
        var json = python.StandardOutput.ReadToEnd();
        var complaint = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, complaint);
        return JsonNode.Parse(json)!;
    }

    /// <summary>Fails unless the command names a file or folder of the checkout, and each that it names is there.</summary>
    internal static void AssertNamesExist(string command)
    {
        var names = NamedPath().Matches(command).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Path.Exists(Path.Combine(CourseProgram.Root, name)), $"{command}: {name} is not there"));
    }

    [GeneratedRegex(@"(?:bash|--project)\s+(\S+)")]
    private static partial Regex NamedPath();
}
