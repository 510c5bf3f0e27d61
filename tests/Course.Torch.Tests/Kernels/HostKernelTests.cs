using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Course.Torch.Tests.Differential;
using TorchSharp.Kernels;

namespace Course.Torch.Tests.Kernels;

/// <summary>The WebAssembly kernels of lib/Course.Web against the portable ones: the table of operations, computed by .NET in Node.js.</summary>
[Collection("default generator")]
public class HostKernelTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Oracle.Folder, "..", "..", ".."));
    private static readonly string Sources = Path.Combine(Root, "lib", "Course.Web", "Kernels");
    private static readonly string Tab = Path.Combine(Root, "tests", "Course.Torch.Tab");

    /// <summary>Where the build of Course.Torch.Tab leaves the runtime; it is there only when the WebAssembly pack could be restored.</summary>
    internal static string Site => Path.Combine(Tab, "bin", "Release", "net10.0", "wwwroot");

    [TabFact]
    public void EveryRow_ByHostKernels_EqualsThePortableOnes()
    {
        var file = Path.GetTempFileName();
        try
        {
            var called = Run("node", Path.Combine(Tab, "main.mjs"), Site, Path.Combine(Sources, "kernels.wasm"), file);
            Assert.Equal(Enum.GetValues<HostKernel>().Select(kernel => (int)kernel), called.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)));

            var actual = JsonSerializer.Deserialize<Outcome[]>(File.ReadAllText(file), Outcome.Json)!.ToLookup(outcome => outcome.Id);
            var expected = Outcome.All().ToList();
            var failures = expected.SelectMany(outcome => Differences(outcome, actual[outcome.Id].FirstOrDefault())).ToList();

            Assert.True(failures.Count == 0, $"{failures.Count} differences in {expected.Count} cases:\n" + string.Join("\n", failures.Take(60)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [ClangFact]
    public void Module_BuiltAgain_IsTheCommittedOne()
    {
        var file = Path.GetTempFileName();
        try
        {
            Run("sh", Path.Combine(Sources, "build.sh"), file);

            Assert.True(
                File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Sources, "kernels.wasm"))),
                "kernels.wasm is not what its sources give: run lib/Course.Web/Kernels/build.sh and commit the module");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Module_BringsNoMemoryOfItsOwn()
    {
        var module = File.ReadAllBytes(Path.Combine(Sources, "kernels.wasm"));
        var sections = Sections(module);

        Assert.Equal([1, 2, 3, 4, 6, 7, 10], sections); // no memory (5), and no data (11): it would lie where .NET's lies
        Assert.Contains("0606017F0141000B", Convert.ToHexString(module), StringComparison.Ordinal); // one global, the linker's stack pointer, at 0: a stack would end in a trap
    }

    private static IEnumerable<string> Differences(Outcome expected, Outcome? actual)
    {
        if (actual is null || actual.Answers.Count != expected.Answers.Count)
        {
            return [$"{expected.Id}: {(actual is null ? "missing" : $"{actual.Answers.Count} answers for {expected.Answers.Count}")}"];
        }

        return expected.Answers.Zip(actual.Answers, (e, a) => (e, a))
            .Select((pair, i) => (Index: i, Difference: Tolerance.Difference(pair.e.Values, pair.a.Values, pair.e.DType == "float64" ? Tolerance.OfDouble : Tolerance.OfSingle)))
            .Where(found => found.Difference is not null)
            .Select(found => $"{expected.Id}: {(found.Index == 0 ? "value" : $"gradient {found.Index - 1}")}: {found.Difference}");
    }

    // The numbers of a module's sections, after the eight bytes of its head.
    private static IEnumerable<int> Sections(byte[] module)
    {
        for (var at = 8; at < module.Length;)
        {
            yield return module[at++];
            var (length, shift) = (0, 0);
            do
            {
                length |= (module[at] & 127) << shift;
                shift += 7;
            }
            while (module[at++] >= 128);
            at += length;
        }
    }

    private static string Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
        return output;
    }
}
