namespace Course;

/// <summary>Where values are shown.</summary>
internal interface INotebookHost
{
    /// <summary>What a person would call it.</summary>
    string Name { get; }

    /// <summary>Whether a shown value can be replaced.</summary>
    bool CanUpdate { get; }

    /// <summary>Shows now.</summary>
    /// <returns>Replaces the value, or null where the host cannot.</returns>
    Action<object>? Show(object value);
}
