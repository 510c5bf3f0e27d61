using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

[Collection(RealCourse.Collection)]
public sealed class BackendTrialTests(RealCourse course)
{
    [TorchSharpFact]
    public void Backend_OnThisMachine_ComputesAndSaysWhetherItChangedTheLibrary()
    {
        Assert.Contains("Tried: 1 + 1 is 2 on cpu.", course.Said, StringComparison.Ordinal);
        Assert.Equal(CppRuntime.IsTooOld, course.Said.Contains(CppRuntime.Statement, StringComparison.Ordinal));
        Assert.Equal(CppRuntime.IsTooOld, course.Said.Contains("VS Code's Polyglot Notebooks and Verso load TorchSharp's own copy", StringComparison.Ordinal));
        Assert.Equal(CppRuntime.IsTooOld, File.Exists(Path.Combine(course.Folder, CppRuntime.NoteName)));
        Assert.Equal(
            CppRuntime.IsTooOld,
            !File.ReadAllBytes(CppRuntimeTests.Published).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(course.Folder, CppRuntimeTests.Library))));
    }

    [TorchSharpFact]
    public void Try_WithoutALibraryOfTorch_RepeatsTheLoadersReason()
    {
        var folder = course.At("broken");
        Tool.Run("cp", ["-rl", course.Folder, folder]);
        File.Delete(Path.Combine(folder, "libc10.so"));

        var (code, said) = Tool.Run(CourseProgram.Executable, ["backend", "try", folder], patience: TimeSpan.FromMinutes(5));

        Assert.NotEqual(0, code);
        Assert.Contains("libc10.so: cannot open shared object file", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tool.Unfinished, "course did not end within 15 minutes", "is not known: course did not end within 15 minutes; try again")]
    [InlineData(8, "libc10.so: cannot open", "does not compute on this machine:\nlibc10.so: cannot open")]
    [InlineData(137, "", "killed from outside (signal 9)")]
    [InlineData(139, "", "signal 11")]
    [InlineData(3, "odd", "(exit code 3):\nodd")]
    public void Reason_OfAnEnd_NamesIt(int code, string said, string expected) =>
        Assert.Contains(expected, BackendTrial.Reason(code, said), StringComparison.Ordinal);
}
