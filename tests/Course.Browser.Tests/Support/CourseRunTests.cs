namespace Course.Browser.Tests.Support;

/// <summary>The tests that need the course to have been run share one run of it, and come after those that do not.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CourseRunTests : ICollectionFixture<Chromium>, ICollectionFixture<CourseSite>
{
    /// <summary>The collection.</summary>
    public const string Name = "course run";
}
