namespace Course;

/// <summary>One bird, measured near Palmer Station, Antarctica.</summary>
/// <param name="Species">Adelie, Chinstrap or Gentoo.</param>
/// <param name="Island">Biscoe, Dream or Torgersen.</param>
/// <param name="BillLengthMm">Tip of the bill to the feathers, in millimetres.</param>
/// <param name="BillDepthMm">Height of the bill, in millimetres.</param>
/// <param name="FlipperMm">Length of the flipper, in millimetres.</param>
/// <param name="BodyMassG">In grams.</param>
/// <param name="Sex">"male", "female", or null where it was not found out.</param>
public sealed record Penguin(
    string Species, string Island, double BillLengthMm, double BillDepthMm, double FlipperMm, double BodyMassG, string? Sex);
