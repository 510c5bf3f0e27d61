namespace Course.Serve.Digits;

/// <summary>The one way from a picture to what a model of digits was trained on, before the contract's mean and deviation.</summary>
internal static class DrawnDigit
{
    /// <summary>What is done, for the API's description.</summary>
    internal const string Description =
        "What is transparent is laid on white if the drawing is dark, else on black. The median colour of the picture's edge is the paper; ink is what differs from it, "
        + "in any colour, dark on light or light on dark, and what differs no more than the edge's own grain is paper. The ink's box is scaled into 20 × 20 pixels with its proportions kept "
        + "(each pixel the mean of those that it covers), the strongest ink becomes 1, and the centre of mass is moved to the middle of 28 × 28 by whole pixels: as MNIST was made. "
        + "Then, as for JSON, the model's mean is subtracted and the rest divided by its deviation.";

    /// <param name="png">A PNG file.</param>
    /// <returns>(28 · 28) row by row: 0 is paper, 1 the strongest ink.</returns>
    /// <exception cref="RefusedException">No such file, too large, or nothing drawn.</exception>
    internal static float[] Read(byte[] png) => MnistFrame.Fit(Ink.Of(PngFile.Read(png)));
}
