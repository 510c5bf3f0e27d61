using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Builds the two panels of a stride diagram.</summary>
internal static class MemoryFigure
{
    public static Figure Of(Tensor view, int memory)
    {
        var shape = view.shape;
        if (shape.Length > 2)
        {
            throw new ArgumentException($"Chart.Memory: {shape.Length} axes; it draws at most two");
        }

        var (rows, columns) = shape.Length switch { 0 => (1, 1), 1 => (1, (int)shape[0]), _ => ((int)shape[0], (int)shape[1]) };
        var (down, across) = shape.Length switch { 0 => (0, 0), 1 => (0, view.stride(0)), _ => (view.stride(0), view.stride(1)) };
        var address = new double[rows, columns];
        var text = new string[rows, columns];
        var (strip, stripText) = (Filled(memory), new string[1, memory]);
        var values = view.to(ScalarType.Float64).data<double>().ToArray();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var place = view.storage_offset() + (r * down) + (c * across);
                if (place < 0 || place >= memory)
                {
                    throw new ArgumentException($"Chart.Memory: the view reaches place {place} of a memory of {memory} numbers");
                }

                (address[r, c], strip[0, place]) = (place, place);
                text[r, c] = stripText[0, place] = Numbers.Text(values[(r * columns) + c]);
            }
        }

        var strides = shape.Length == 0 ? "" : $", strides ({string.Join(", ", view.stride())})";
        return Chart.Grid(
            1,
            Cells(strip, stripText, memory, 150, new Axis()).Title("Memory: the boxes that the view sees").Axes("place in memory", ""),
            Cells(address, text, memory, 260, new Axis { Hidden = true }).Title($"The view: shape ({string.Join(", ", shape)}){strides}"));
    }

    private static double[,] Filled(int count)
    {
        var cells = new double[1, count];
        for (var i = 0; i < count; i++)
        {
            cells[0, i] = double.NaN;
        }

        return cells;
    }

    private static Figure Cells(double[,] places, string[,] text, int memory, int height, Axis x) =>
        new Figure(new PlotPanel { Height = height, X = x, Y = new Axis { Hidden = true, Reversed = true } }.Add(new HeatMapTrace
        {
            Z = places,
            X = [.. Enumerable.Range(0, places.GetLength(1)).Select(i => (double)i)],
            Y = [.. Enumerable.Range(0, places.GetLength(0)).Select(i => (double)i)],
            CellText = text,
            Range = (0, Math.Max(1, memory - 1)),
            BarTitle = null,
        }));
}
