using Course.Cli.Grading;

namespace Course.Cli.Tests.Grading;

public sealed class SuspicionTests
{
    [Theory]
    [InlineData("typeof(Check).Assembly.GetType(\"Course.Exam\").GetMethod(\"That\")")]
    [InlineData("AppContext.SetData(\"Notebook.Report\", null);")]
    [InlineData("using System.Reflection;")]
    [InlineData("unsafe { int* p = null; }")]
    [InlineData("#r \"fake/Course.dll\"")]
    [InlineData("System.IO.File.ReadAllText(\"/proc/self/maps\")")]
    [InlineData("System.IO.File.OpenWrite($\"/proc/self/fd/{5}\")")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();")]
    public void In_WhatCanDeceiveACheck_IsNotTrusted(string code) => Assert.Contains(Suspicion.In(code), suspicion => suspicion.ReachesTheCheck);

    [Theory]
    [InlineData("Environment.Exit(0);", "Exit")]
    [InlineData("var p = System.Diagnostics.Process.Start(\"ls\");", "Process")]
    public void In_WhatDeservesALook_IsNamedOnly(string code, string word) => Assert.Equal([new Suspicion(word, false)], Suspicion.In(code));

    [Theory]
    [InlineData("var x = birds.Select(b => b.FlipperMm).ToArray(); // no reflection, no Assembly, no AppContext")]
    [InlineData("Console.WriteLine(x.GetType().Name + \" Assembly\");")]
    [InlineData("#r \"nuget: Course, 1.0.0\"\nusing System.IO;\nFile.ReadAllText(\"notes.txt\")")]
    [InlineData("var t = new System.Threading.Thread(() => { }); t.Start();")]
    [InlineData("double[] Forward(double[] x, double w, double b) => [.. x.Select(xi => w * xi + b)];")]
    public void In_WhatLearnersWrite_IsNothing(string code) => Assert.Empty(Suspicion.In(code));
}
