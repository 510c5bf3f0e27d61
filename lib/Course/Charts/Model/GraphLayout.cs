namespace Course;

/// <summary>Places for the nodes of a graph without cycles: columns by longest path, rows so that few arrows cross.</summary>
/// <remarks>After Sugiyama, Tagawa and Toda (1981): an arrow that passes a column gets a place of its own in it, so that it meets no node.</remarks>
internal sealed class GraphLayout
{
    private const int Sweeps = 4;

    private readonly List<Place>[] _columns;

    private GraphLayout(List<Place>[] columns, IReadOnlyDictionary<string, Place> nodes, IReadOnlyList<Place>[] routes) =>
        (_columns, Nodes, Routes) = (columns, nodes, routes);

    public int Columns => _columns.Length;

    /// <summary>Places in the fullest column.</summary>
    public int Rows => _columns.Max(column => column.Count);

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, Place> Nodes { get; }

    /// <summary>For each arrow, the places that it passes, both ends included.</summary>
    public IReadOnlyList<Place>[] Routes { get; }

    /// <exception cref="ArgumentException">An id occurs twice, an arrow names an unknown id, or the arrows form a cycle.</exception>
    public static GraphLayout Of(IReadOnlyList<string> ids, IReadOnlyList<(string From, string To)> edges)
    {
        Validate(ids, edges);
        var column = FindColumns(ids, edges);
        var columns = Enumerable.Range(0, column.Values.DefaultIfEmpty(0).Max() + 1).Select(_ => new List<Place>()).ToArray();
        var nodes = ids.ToDictionary(id => id, id => Add(columns, column[id]), StringComparer.Ordinal);
        var routes = edges.Select(edge => Route(columns, nodes[edge.From], nodes[edge.To])).ToArray();
        Order(columns, routes);
        return new GraphLayout(columns, nodes, routes);
    }

    private static void Validate(IReadOnlyList<string> ids, IReadOnlyList<(string From, string To)> edges)
    {
        if (ids.Count == 0)
        {
            throw new ArgumentException("Chart.Graph: no nodes; give at least one.");
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !known.Add(id)) is { } twice)
        {
            throw new ArgumentException($"Chart.Graph: two nodes have the id \"{twice}\"; every node needs its own.");
        }

        if (edges.SelectMany(edge => new[] { edge.From, edge.To }).FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw new ArgumentException($"Chart.Graph: an arrow names \"{unknown}\", and no node has that id.");
        }
    }

    private static Dictionary<string, int> FindColumns(IReadOnlyList<string> ids, IReadOnlyList<(string From, string To)> edges)
    {
        var column = ids.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        for (var round = 0; Push(); round++)
        {
            if (round > ids.Count)
            {
                throw new ArgumentException("Chart.Graph: the arrows form a cycle; a calculation cannot use its own result.");
            }
        }

        // A source stands beside its first user, not at the far left.
        var targets = edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        foreach (var users in edges.Where(edge => !targets.Contains(edge.From)).GroupBy(edge => edge.From, StringComparer.Ordinal).ToArray())
        {
            column[users.Key] = users.Min(edge => column[edge.To]) - 1;
        }

        return column;

        bool Push()
        {
            var moved = false;
            foreach (var (from, to) in edges.Where(edge => column[edge.To] <= column[edge.From]))
            {
                (column[to], moved) = (column[from] + 1, true);
            }

            return moved;
        }
    }

    private static Place Add(List<Place>[] columns, int column)
    {
        var place = new Place(column);
        columns[column].Add(place);
        return place;
    }

    private static Place[] Route(List<Place>[] columns, Place from, Place to)
    {
        var between = Enumerable.Range(from.Column + 1, to.Column - from.Column - 1).Select(column => Add(columns, column));
        return [from, .. between.ToArray(), to];
    }

    private static void Order(List<Place>[] columns, Place[][] routes)
    {
        var links = routes.SelectMany(route => route.Zip(route.Skip(1))).ToArray();
        var before = links.ToLookup(link => link.Second, link => link.First);
        var after = links.ToLookup(link => link.First, link => link.Second);
        Array.ForEach(columns, Spread);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var neighbours = sweep % 2 == 0 ? before : after;
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                // OrderBy is stable: where the arrows do not care, the author's order stays.
                var sorted = column.OrderBy(place => neighbours[place].Select(p => p.Row).DefaultIfEmpty(place.Row).Average()).ToArray();
                column.Clear();
                column.AddRange(sorted);
                Spread(column);
            }
        }
    }

    private static void Spread(List<Place> column)
    {
        for (var i = 0; i < column.Count; i++)
        {
            column[i].Row = i - ((column.Count - 1) / 2.0);
        }
    }

    /// <summary>Where a node stands, or where an arrow passes a column.</summary>
    internal sealed class Place(int column)
    {
        /// <summary>From the left, 0 first.</summary>
        public int Column { get; } = column;

        /// <summary>0 is the middle; one is a row's height.</summary>
        public double Row { get; set; }
    }
}
