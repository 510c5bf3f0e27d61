namespace Course.Tests.Exercises.Notebook01;

public sealed class PenguinLineTests
{
    // Computed in double with numpy from datasets/penguins.
    [Fact]
    public void LeastMse_AllBirds_IsTheKnownFigure() => Assert.Equal(154546.18604782, PenguinLine.LeastMse, 6);

    [Fact]
    public void Mse_AGuess_IsTheKnownFigure() => Assert.Equal(200314.47368421, PenguinLine.Mse(40, -4000), 6);

    [Fact]
    public void Misses_AllBirds_AreAsManyAsBirds() => Assert.Equal(342, PenguinLine.Misses(0, 0).Length);
}
