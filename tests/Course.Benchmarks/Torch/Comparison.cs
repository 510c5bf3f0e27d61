using System.Globalization;
using System.Text.Json.Serialization;

namespace Course.Benchmarks.Torch;

/// <summary>One workload in both engines: the best of one and of two threads, and each of them.</summary>
/// <param name="Name">The workload.</param>
/// <param name="Unit">GFLOP/s, where more is better; anything else, where less is.</param>
/// <param name="OursByThreads">With one thread, with two, or one figure that no thread count belongs to.</param>
/// <param name="ReferenceByThreads">PyTorch's, in the same order; null where it is absent.</param>
internal sealed record Comparison(string Name, string Unit, double[] OursByThreads, double[]? ReferenceByThreads) : IRow
{
    public const string Rate = "GFLOP/s";

    private const int NameWidth = 62;

    public static string Heading { get; } = $"{"",-NameWidth} {"Course.Torch",19} {"",9} {"PyTorch",19}\n{"threads",NameWidth} {1,9} {2,9} {"",9} {1,9} {2,9} {"unit",-8} best/best";

    public double Ours => Best(OursByThreads);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Reference => ReferenceByThreads is { } figures ? Best(figures) : null;

    /// <summary>How many times better than the reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio => Unit == Rate ? Ours / Reference : Reference / Ours;

    public string Line()
    {
        var ratio = Ratio is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value,8:0.00}x") : "";
        return $"{Name,-NameWidth} {Figure(OursByThreads, 0)} {Figure(OursByThreads, 1)} {"",9} {Figure(ReferenceByThreads, 0)} {Figure(ReferenceByThreads, 1)} {Unit,-8} {ratio}";
    }

    private double Best(double[] figures) => Unit == Rate ? figures.Max() : figures.Min();

    private static string Figure(double[]? figures, int index) => figures is not null && index < figures.Length
        ? figures[index].ToString(figures[index] < 10 ? "0.00" : figures[index] < 100 ? "0.0" : "0", CultureInfo.InvariantCulture).PadLeft(9)
        : new string(' ', 9);
}
