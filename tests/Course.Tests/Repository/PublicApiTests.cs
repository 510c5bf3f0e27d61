using System.Reflection;

namespace Course.Tests.Repository;

/// <summary>What is public is a promise to every notebook, so a change of it has to be meant.</summary>
public sealed class PublicApiTests
{
    private const string AcceptVariable = "COURSE_ACCEPT_API";

    [Fact]
    public void Course_PublicApi_IsTheApprovedOne() => Check(typeof(Course.Notebook).Assembly, "PublicApi.approved.txt");

    [Fact]
    public void CourseTorch_PublicApi_IsTheApprovedOne() => Check(typeof(TorchSharp.torch).Assembly, "PublicApi.Torch.approved.txt");

    private static void Check(Assembly assembly, string fileName)
    {
        var file = Path.Combine(Checkout.Root, "tests", "Course.Tests", fileName);
        var current = PublicApi.Of(assembly);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(file, string.Join('\n', current) + "\n");
        }

        var approved = File.ReadAllLines(file);
        var changes = approved.Except(current).Select(line => "- " + line).Concat(current.Except(approved).Select(line => "+ " + line)).ToArray();

        Assert.True(
            changes.Length == 0,
            $"The public API of {assembly.GetName().Name} changed:\n{string.Join('\n', changes)}\n\n"
            + $"If that is meant: {AcceptVariable}=1 dotnet test tests/Course.Tests --filter PublicApi, and commit {fileName}.");
    }
}
