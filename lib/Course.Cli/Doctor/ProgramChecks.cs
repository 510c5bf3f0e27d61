namespace Course.Cli.Doctor;

/// <summary>The programs that the course is built and run with.</summary>
internal static class ProgramChecks
{
    private const int WantedSdk = 10;
    private const int WantedNode = 20;

    internal static IEnumerable<Diagnosis> Run()
    {
        yield return new(Health.Ok, ".NET runtime", Environment.Version.ToString());
        yield return Versioned(".NET SDK", "dotnet", WantedSdk, Health.Fail, $"install the .NET {WantedSdk} SDK: https://dot.net");
        yield return Versioned("Node.js", "node", WantedNode, Health.Warn, $"install Node.js {WantedNode} or newer and build again; without it charts load plotly.js from the network");
        yield return Versioned("npm", "npm", 1, Health.Warn, "install npm (it comes with Node.js); without it charts load plotly.js from the network");
    }

    private static Diagnosis Versioned(string what, string program, int wanted, Health otherwise, string cure)
    {
        var (code, said) = Tool.Run(program, ["--version"]);
        var version = code == 0 ? said.Trim() : "not found";
        return Diagnosis.When(code == 0 && Major(version) >= wanted, otherwise, what, version, cure);
    }

    private static int Major(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], out var major) ? major : 0;
}
