namespace Course.Tests.Shipping;

public class CourseServerTests
{
    // A test's process is no `course`, and its folder lies in a checkout that may not be built: either way there is a sentence.
    [Fact]
    public void Start_OfAFileThatIsNoModel_SaysWhy()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var server = CourseServer.Start(path, out var said);

            Assert.Null(server);
            Assert.Matches("is not a model file|cannot be found from this notebook", said);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
