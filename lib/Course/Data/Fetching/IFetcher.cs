namespace Course;

/// <summary>Brings missing data files into the cache.</summary>
internal interface IFetcher
{
    /// <param name="dataset">What to fetch.</param>
    /// <param name="cache">Folder that receives the files.</param>
    /// <param name="isWanted">False for files that are already here.</param>
    /// <exception cref="DatasetException">No source answered, or what came was not the expected content.</exception>
    void Fetch(DatasetInfo dataset, string cache, Func<DatasetFile, bool> isWanted);
}
