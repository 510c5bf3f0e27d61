namespace Course;

public sealed partial class Figure
{
    /// <summary>Names the three axes of a surface.</summary>
    /// <exception cref="InvalidOperationException">The figure is flat.</exception>
    public Figure Axes(string x, string y, string z) => Map(panel => panel is SurfacePanel surface
        ? surface with { XTitle = x, YTitle = y, ZTitle = z }
        : throw new InvalidOperationException("Axes(x, y, z): this figure is flat; give it two axes."));
}
