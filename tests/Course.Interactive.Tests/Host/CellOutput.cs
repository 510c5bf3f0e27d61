namespace Course.Interactive.Tests.Host;

/// <summary>One output of a cell.</summary>
/// <param name="Kind">The event's name: ReturnValueProduced, DisplayedValueProduced, DisplayedValueUpdated, StandardOutputValueProduced, ….</param>
/// <param name="DisplayId">The display that it belongs to; null for a stream.</param>
/// <param name="Data">Text by media type.</param>
internal sealed record CellOutput(string Kind, string? DisplayId, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>Shown, with an id by which it can be replaced.</summary>
    public const string Produced = "DisplayedValueProduced";

    /// <summary>Replaces what was shown under its id.</summary>
    public const string Updated = "DisplayedValueUpdated";

    /// <summary>The form in which a front end shows it, if it has one.</summary>
    public string? Html => Data.GetValueOrDefault("text/html");
}
