using Course.Cli.Kernel;

namespace Course.Cli.Lab;

/// <summary>Looks for Jupyter wherever apt, pip and conda put it: Lab first, else Notebook.</summary>
/// <param name="folders">Where programs are looked for, in this order.</param>
/// <param name="run">Runs a program to its end: its exit code and what it said.</param>
internal sealed class JupyterFinder(IReadOnlyList<string> folders, Func<string, IReadOnlyList<string>, (int Code, string Said)> run)
{
    private static readonly (string Program, string Module, bool IsLab)[] Forms =
        [("jupyter-lab", "jupyterlab", true), ("jupyter-notebook", "notebook", false)];

    private static readonly string[] Pythons = OperatingSystem.IsWindows() ? ["py", "python"] : ["python3", "python"];

    /// <summary>Looks on this machine: the active environment, PATH, the places of pip install --user and of the system.</summary>
    internal static JupyterFinder OnThisMachine() => new(
        [.. KernelSpecs.ActivePrefixes().Select(ProgramsOf).Concat(PathFolders()).Concat(UsualFolders()).Select(Real).Distinct()],
        (program, arguments) => Tool.Run(program, arguments));

    /// <summary>The best one that starts; null if none does.</summary>
    internal Jupyter? Find() => Forms.SelectMany(Candidates).Select(Ask).FirstOrDefault(found => found is not null);

    /// <summary>The one that the learner named.</summary>
    /// <param name="named">A file, or a name in PATH: jupyter, jupyter-lab, jupyter-notebook, or a Python that has one of them.</param>
    /// <exception cref="UsageException">There is none, or it does not start.</exception>
    internal Jupyter FindNamed(string named)
    {
        var program = File.Exists(named) ? Path.GetFullPath(named) : Look(named).FirstOrDefault();
        if (program is null)
        {
            throw new UsageException($"--jupyter {named}: there is no such program");
        }

        return WaysToAsk(program).Select(Ask).FirstOrDefault(found => found is not null)
            ?? throw new UsageException($"--jupyter {named}: it does not start Jupyter; wanted is jupyter-lab, jupyter-notebook, or the Python that has one of them");
    }

    private IEnumerable<Jupyter> Candidates((string Program, string Module, bool IsLab) form) =>
        Look(form.Program).Select(program => new Jupyter(program, [], form.IsLab, ""))
            .Concat(Pythons.SelectMany(Look).Select(python => new Jupyter(python, ["-m", form.Module], form.IsLab, "")));

    private static IEnumerable<Jupyter> WaysToAsk(string program)
    {
        var name = Path.GetFileNameWithoutExtension(program);
        return name.StartsWith("py", StringComparison.OrdinalIgnoreCase) ? Forms.Select(form => new Jupyter(program, ["-m", form.Module], form.IsLab, ""))
            : name == "jupyter" ? [new(program, ["lab"], true, ""), new(program, ["notebook"], false, "")]
            : [new(program, [], name.Contains("lab", StringComparison.OrdinalIgnoreCase), "")];
    }

    // An entry of pip's can outlive the Python it belongs to: only one that tells its version counts.
    private Jupyter? Ask(Jupyter candidate)
    {
        var (code, said) = run(candidate.Program, [.. candidate.Arguments, "--version"]);
        var version = said.Split('\n', StringSplitOptions.TrimEntries).LastOrDefault(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
        return code == 0 && version is not null ? candidate with { Version = version } : null;
    }

    private IEnumerable<string> Look(string program) => folders
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .Where(File.Exists);

    // /bin is often another name for /usr/bin, and each place costs a Python start.
    private static string Real(string folder) => Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder;

    private static string ProgramsOf(string prefix) => Path.Combine(prefix, OperatingSystem.IsWindows() ? "Scripts" : "bin");

    private static string[] PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string[] UsualFolders() => OperatingSystem.IsWindows() ? [] :
    [
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "bin"),
        "/opt/homebrew/bin",
        "/usr/local/bin",
        "/usr/bin",
    ];
}
