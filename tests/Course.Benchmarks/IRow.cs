namespace Course.Benchmarks;

/// <summary>A line of the printed table and an object of the JSON file.</summary>
internal interface IRow
{
    string Line();
}
