namespace Course.Cli.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Health">How it is.</param>
/// <param name="What">Its name.</param>
/// <param name="Found">What was found.</param>
/// <param name="Cure">What to do; null when all is well.</param>
internal sealed record Diagnosis(Health Health, string What, string Found, string? Cure = null)
{
    /// <summary>Well if the condition holds, else <paramref name="otherwise"/> with the cure.</summary>
    internal static Diagnosis When(bool well, Health otherwise, string what, string found, string cure) =>
        well ? new(Health.Ok, what, found) : new(otherwise, what, found, cure);
}
