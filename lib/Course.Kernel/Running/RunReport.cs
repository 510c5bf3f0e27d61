using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Kernel.Running;

/// <summary>What a run found, for programs: <c>artifacts/report.json</c>.</summary>
public sealed record RunReport
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The tier that the notebooks were told.</summary>
    public required string Tier { get; init; }

    /// <summary>Operating system and architecture.</summary>
    public string System { get; init; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}";

    /// <summary>Processor cores that the run could use.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>One entry a notebook, in order.</summary>
    public required IReadOnlyList<NotebookRun> Notebooks { get; init; }

    /// <summary>How the command ends: as the first notebook that did not run to its end; skipped ones do not count.</summary>
    public ExitCode ExitCode => Notebooks.Select(run => ExitCodeOf(run.Status)).FirstOrDefault(code => code != ExitCode.Ok);

    /// <summary>Writes the report as JSON, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Write(string path) => AtomicFile.WriteAllText(path, JsonSerializer.Serialize(this, Layout) + "\n");

    /// <summary>Reads a report that was written before.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="JsonException">It is not a report.</exception>
    public static RunReport Read(string path) =>
        JsonSerializer.Deserialize<RunReport>(File.ReadAllText(path), Layout) ?? throw new JsonException($"{path} is empty");

    private static ExitCode ExitCodeOf(RunStatus status) => status switch
    {
        RunStatus.Ok or RunStatus.Skipped => ExitCode.Ok, // skipped: another notebook is the reason and gives the code
        RunStatus.FigureMissed => ExitCode.FigureMissed,
        RunStatus.CellFailed => ExitCode.CellFailed,
        RunStatus.Timeout => ExitCode.Timeout,
        RunStatus.BadNotebook => ExitCode.BadNotebook,
        RunStatus.MissingData => ExitCode.MissingData,
        RunStatus.ProcessDied => ExitCode.ProcessDied,
        RunStatus.OutputFailed => ExitCode.OutputFailed,
        RunStatus.Interrupted => ExitCode.Interrupted,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "has no exit code"),
    };
}
