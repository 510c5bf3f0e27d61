using static System.FormattableString;

namespace Course;

/// <summary>One <see cref="Scale"/> for each column. Fit it on the training part only: the test part must stay unseen.</summary>
public sealed class Standardizer
{
    private readonly Scale[] _scales;

    private Standardizer(Scale[] scales) => _scales = scales;

    /// <summary>(C) mean of each column, in its unit.</summary>
    public double[] Mean => [.. _scales.Select(scale => scale.Mean)];

    /// <summary>(C) standard deviation of each column (divided by n), in its unit; 1 for a constant column.</summary>
    public double[] Std => [.. _scales.Select(scale => scale.Std)];

    /// <summary>Mean and standard deviation of one column.</summary>
    /// <param name="column">(N), N ≥ 1.</param>
    /// <exception cref="ArgumentException">No values.</exception>
    public static Scale Fit(double[] column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Length == 0)
        {
            throw new ArgumentException("Standardizer.Fit: no values", nameof(column));
        }

        var mean = column.Average();
        var std = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
        return new(mean, std > 0 ? std : 1);
    }

    /// <summary>Mean and standard deviation of each column.</summary>
    /// <param name="rows">(N, C), N ≥ 1.</param>
    /// <exception cref="ArgumentException">No rows, or rows of different lengths.</exception>
    public static Standardizer Fit(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0)
        {
            throw new ArgumentException("Standardizer.Fit: no rows", nameof(rows));
        }

        var ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        return ragged < 0
            ? new([.. Enumerable.Range(0, rows[0].Length).Select(c => Fit([.. rows.Select(row => row[c])]))])
            : throw new ArgumentException(
                Invariant($"Standardizer.Fit: row {ragged} has {rows[ragged].Length} columns, row 0 has {rows[0].Length}"), nameof(rows));
    }

    /// <summary>(C) one row, transformed.</summary>
    /// <exception cref="ArgumentException">Another number of columns than it was fitted on.</exception>
    public double[] Transform(double[] row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Length == _scales.Length
            ? [.. row.Zip(_scales, (value, scale) => scale.Transform(value))]
            : throw new ArgumentException(Invariant($"Standardizer: fitted on {_scales.Length} columns, given {row.Length}"), nameof(row));
    }

    /// <summary>(N, C) each row, transformed.</summary>
    public double[][] Transform(double[][] rows) => [.. rows.Select(Transform)];
}
