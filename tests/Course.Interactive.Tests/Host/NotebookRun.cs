using System.Text.Encodings.Web;
using System.Text.Json;

namespace Course.Interactive.Tests.Host;

/// <summary>What a notebook came to in .NET Interactive.</summary>
/// <param name="Cells">Its code cells, in order.</param>
/// <param name="Reports">What the library would tell our own kernel: headlines, exercises; one JSON object each.</param>
/// <param name="PeakMegabytes">The most memory that the process held.</param>
internal sealed record NotebookRun(IReadOnlyList<CellRun> Cells, IReadOnlyList<string> Reports, double PeakMegabytes)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static NotebookRun Load(string path) => JsonSerializer.Deserialize<NotebookRun>(File.ReadAllBytes(path))!;

    /// <summary>Writes it as JSON.</summary>
    public void Save(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, Options));
}
