using static System.FormattableString;

namespace Course;

/// <summary>Stops a training run whose loss is no number any more.</summary>
public static class Divergence
{
    // A loss this many times its best before it broke grew over some steps; less, and it broke at once.
    private const double Grown = 3;

    /// <summary>Does nothing while the newest loss is finite.</summary>
    /// <param name="losses">All losses so far, the newest last.</param>
    /// <param name="checkpoint">Named in the message, if it has a file.</param>
    /// <exception cref="NotFiniteNumberException">The newest loss is NaN or infinite; says at which step, why that happens, and what is left.</exception>
    public static void Check(IReadOnlyList<double> losses, Checkpoint? checkpoint = null)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Count > 0 && !double.IsFinite(losses[^1]))
        {
            throw new NotFiniteNumberException(
                Invariant($"Stopped at step {losses.Count}: the loss is {Numbers.Text(losses[^1])}. {Why(losses)} {Left(checkpoint)}"), losses[^1]);
        }
    }

    private static string Why(IReadOnlyList<double> losses)
    {
        if (losses.Count == 1)
        {
            return "It was no number from the start: look for NaN or infinities in the batch and in the first weights.";
        }

        var (best, last) = (losses.Take(losses.Count - 1).Min(), losses[^2]);
        return last > Grown * best
            ? $"It had been {Numbers.Text(best, 3)} at best and {Numbers.Text(last, 3)} one step before: the steps are too long, so take a smaller learning rate."
            : $"One step before it was {Numbers.Text(last, 3)}: a step too long, or a batch with NaN in it. Try a smaller learning rate, then look at the batch.";
    }

    private static string Left(Checkpoint? checkpoint) => checkpoint is { Exists: true }
        ? $"The last good state is kept: {checkpoint.Name}"
        : "Nothing was saved yet.";
}
