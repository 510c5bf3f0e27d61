namespace Course.Tests.DataSets;

/// <summary>For tests in which nothing may be fetched.</summary>
internal sealed class ForbiddenFetcher : IFetcher
{
    public void Fetch(DatasetInfo dataset, string cache, Func<DatasetFile, bool> isWanted) =>
        throw new DatasetException($"{dataset.Name} should be on this machine");
}
