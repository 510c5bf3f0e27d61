using Course.Kernel.Formatting;

namespace Course.Kernel.Display;

/// <summary>What a running cell tells its host, in the order in which it happened. Calls never overlap.</summary>
public interface ICellEvents
{
    /// <summary>Console text, batched; <paramref name="text"/> is never empty.</summary>
    /// <param name="stream">Standard output or standard error.</param>
    /// <param name="text">What the cell wrote, verbatim.</param>
    void Stream(StreamName stream, string text);

    /// <summary>A value shown on purpose, before the cell ended.</summary>
    /// <param name="data">The value in each of its mime types.</param>
    /// <param name="displayId">Unique in the session; later updates carry it.</param>
    void Display(MimeBundle data, string displayId);

    /// <summary>A new value for an earlier display, possibly of an earlier cell.</summary>
    /// <param name="data">The value in each of its mime types.</param>
    /// <param name="displayId">The id that <see cref="Display"/> announced.</param>
    void UpdateDisplay(MimeBundle data, string displayId);

    /// <summary>The value of the cell's last expression; at most once a cell.</summary>
    /// <param name="data">The value in each of its mime types; text/plain is always there.</param>
    void Result(MimeBundle data);

    /// <summary>All output of the cell so far is to be removed.</summary>
    /// <param name="wait">True: only when the next output arrives.</param>
    void ClearOutput(bool wait);

    /// <summary>A fact for the host that is not shown: a headline figure or the outcome of an exercise.</summary>
    /// <param name="json">One JSON object with a member <c>kind</c>; written by lib/Course.</param>
    void Report(string json);
}
