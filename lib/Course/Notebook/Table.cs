namespace Course;

/// <summary>Makes small tables.</summary>
public static class Table
{
    /// <summary>One row for each item, one column for each header.</summary>
    /// <param name="rows">The items, in the order of the table.</param>
    /// <param name="columns">A header, units included, and what stands under it; numbers are set right-aligned and invariant.</param>
    /// <exception cref="ArgumentException">No columns.</exception>
    public static TableView Of<T>(IEnumerable<T> rows, params (string Header, Func<T, object?> Value)[] columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
        {
            throw new ArgumentException("Table.Of: no columns; give at least one (header, row => value)", nameof(columns));
        }

        return new TableView(
            [.. columns.Select(column => column.Header)],
            [.. rows.Select(row => columns.Select(column => column.Value(row)).ToArray())]);
    }

    /// <summary>A few named values in one row: for a cell that ends with more than one number.</summary>
    /// <param name="columns">A header, units included, and the value under it.</param>
    /// <exception cref="ArgumentException">No columns.</exception>
    public static TableView Row(params (string Header, object? Value)[] columns) =>
        Of([columns], [.. columns.Select((column, i) => (column.Header, (Func<(string Header, object? Value)[], object?>)(row => row[i].Value)))]);
}
