namespace Course.Browser.Tests.Support;

/// <summary>All browser tests share one browser and run one after the other: on two cores they would only wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<SpecimenSite>, ICollectionFixture<CourseSite>
{
    /// <summary>The collection.</summary>
    public const string Name = "browser";
}
