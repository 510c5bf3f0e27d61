namespace Course;

/// <summary>How far a download is, in bytes.</summary>
/// <param name="What">Name of the data set.</param>
/// <param name="Done">Bytes on disk, those of an earlier, interrupted attempt included.</param>
/// <param name="Total">Null when the server does not say.</param>
internal readonly record struct FetchProgress(string What, long Done, long? Total);
