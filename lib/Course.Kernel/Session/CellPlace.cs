using Course.Kernel.Display;

namespace Course.Kernel.Session;

/// <summary>What a session's cells depend on that differs from place to place.</summary>
internal sealed record CellPlace
{
    /// <summary>The notebook's folder: relative paths start here.</summary>
    public required string Folder { get; init; }

    /// <summary>Newest C# that cells may use; null: the newest that the compiler knows.</summary>
    public string? LanguageVersion { get; init; }

    /// <summary>The clock of <c>#!time</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Cancelled when the current cell is to stop.</summary>
    public required Func<CancellationToken> Cancellation { get; init; }

    /// <summary>Runs the learner's code so that it can be stopped, and gives what it came to to the second delegate.</summary>
    public required Func<Func<Task<object?>>, Action<object?>, Task> Execute { get; init; }

    /// <summary>Tells the learner something in text.</summary>
    public required Action<StreamName, string> Tell { get; init; }

    /// <summary>What an exception means in this place, where its own message does not say so; null where it does.</summary>
    public Func<Exception, string?> Explain { get; init; } = _ => null;
}
