namespace Course.Tests.Repository;

/// <summary>What is public is a promise to every notebook, so a change of it has to be meant.</summary>
public sealed class PublicApiTests
{
    private const string AcceptVariable = "COURSE_ACCEPT_API";

    private static string ApprovedFile => Path.Combine(Checkout.Root, "tests", "Course.Tests", "PublicApi.approved.txt");

    [Fact]
    public void Course_PublicApi_IsTheApprovedOne()
    {
        var current = PublicApi.Of(typeof(Course.Notebook).Assembly);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(ApprovedFile, string.Join('\n', current) + "\n");
        }

        var approved = File.ReadAllLines(ApprovedFile);
        var changes = approved.Except(current).Select(line => "- " + line).Concat(current.Except(approved).Select(line => "+ " + line)).ToArray();

        Assert.True(
            changes.Length == 0,
            $"The public API of Course changed:\n{string.Join('\n', changes)}\n\n"
            + $"If that is meant: {AcceptVariable}=1 dotnet test tests/Course.Tests --filter PublicApi, and commit {Path.GetFileName(ApprovedFile)}.");
    }
}
