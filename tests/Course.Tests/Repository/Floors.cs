namespace Course.Tests.Repository;

/// <summary>The written list of allowed arrows of one project.</summary>
/// <remarks>
/// One line a room, the lowest floor first: "Data: Notebook, Notebook/Hosts" says whom it uses. A room is a folder with all below it that has no line
/// of its own; "Exercises/Notebook*" is all folders whose names begin so, "." what lies beside the project file.
/// "Tensor &lt;-&gt; Autograd" names a pair that knows each other. What follows a # is a remark.
/// </remarks>
internal sealed class Floors
{
    private readonly List<string> _order = [];
    private readonly HashSet<(string From, string To)> _arrows = [];
    private readonly HashSet<(string From, string To)> _pairs = [];

    public Floors(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            Add(line);
        }
    }

    public IReadOnlySet<(string From, string To)> Arrows => _arrows;

    /// <summary>Arrows between two folders that know each other, in both directions.</summary>
    public IReadOnlySet<(string From, string To)> Pairs => _pairs;

    public static Floors Of(string project) =>
        new(File.ReadLines(Path.Combine(Checkout.Root, "tests", "Course.Tests", "Repository", "Floors", project + ".txt")));

    /// <summary>The room that a folder belongs to: the one with the longest name among those listed, else its outermost folder.</summary>
    public string RoomOf(string folder) => folder.Length == 0 ? "."
        : _order.Where(room => Holds(room, folder)).MaxBy(room => room.Length) ?? folder.Split('/')[0];

    public bool PointsDown((string From, string To) arrow) => _order.IndexOf(arrow.To) is var to and >= 0 && to < _order.IndexOf(arrow.From);

    private static bool Holds(string room, string folder) => room.EndsWith('*')
        ? folder.StartsWith(room[..^1], StringComparison.Ordinal)
        : (folder + "/").StartsWith(room + "/", StringComparison.Ordinal);

    private void Add(string line)
    {
        if (line.Split(" <-> ") is [var one, var other])
        {
            _pairs.UnionWith([(one, other), (other, one)]);
            _arrows.UnionWith([(one, other), (other, one)]);
            return;
        }

        var parts = line.Split(':', 2);
        _order.Add(parts[0]);
        _arrows.UnionWith(parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(to => (parts[0], to)));
    }
}
