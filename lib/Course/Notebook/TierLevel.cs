namespace Course;

/// <summary>How much computing a run may cost, from little to much: <c>Tier.Current &lt;= TierLevel.Fast</c>.</summary>
public enum TierLevel
{
    /// <summary>At most 2 minutes a notebook in a browser's tab on a laptop: as fast, with less where that would take longer there.</summary>
    Browser,

    /// <summary>At most 60 s a notebook on 2 cores; what the tests run.</summary>
    Fast,

    /// <summary>At most 5 minutes a notebook on 2 cores; the default.</summary>
    Laptop,

    /// <summary>At most 15 minutes on a CPU, or a GPU.</summary>
    Full,
}
