using System.Text.Json;
using Course.Cli.Terminal;

namespace Course.Cli.Train;

/// <summary>What rank 0 says: a JSON object a line.</summary>
internal sealed record TrainEvent(
    string What, int Step = 0, double Loss = 0, int From = 0, int Steps = 0, int[]? Processes = null, double Accuracy = 0, double[]? Losses = null, string? Checkpoint = null)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Null for a line that is something else.</summary>
    internal static TrainEvent? Parse(string line)
    {
        // mpirun gives rank 0 a terminal of its own, to which .NET says hello in front of the first line.
        var start = line.IndexOf("{\"what\":", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TrainEvent>(line[start..], Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal void Tell(ITrainProgress progress)
    {
        switch (What)
        {
            case "start":
                progress.Started(Processes ?? [], From, Steps);
                break;
            case "step":
                progress.Stepped(Step, Loss);
                break;
            case "saved":
                progress.Saved(Step);
                break;
            case "end":
                progress.Ended(Accuracy, CourseFolders.Shorten(Checkpoint ?? ""));
                break;
            default:
                break;
        }
    }
}
