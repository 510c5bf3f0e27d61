using TorchSharp;
using static TorchSharp.torch;

namespace Course;

public static partial class Chart
{
    /// <summary>Where the numbers of a view lie: the memory as one row of boxes, and the view with the same colour for the same box.</summary>
    /// <param name="view">A number, a vector or a matrix, of any strides.</param>
    /// <param name="memory">How many numbers the memory holds, from its start.</param>
    /// <exception cref="ArgumentException">More than two axes, or a view that reaches beyond the memory.</exception>
    public static Figure Memory(Tensor view, int memory) => MemoryFigure.Of(view, memory);
}
