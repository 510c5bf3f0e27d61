using System.Diagnostics;
using TorchSharp.Modules;

namespace Course.Benchmarks.Serve;

/// <summary>A network behind <c>course serve</c>; what it was taught does not matter here.</summary>
internal sealed class ServedModel : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
    private readonly Process _course;

    internal ServedModel(Sequential net)
    {
        var file = Path.Combine(_folder, "model.safetensors");
        ModelFile.Save(file, net, new ModelContract("bench", [1, 28, 28], [.. "0123456789".Select(digit => $"{digit}")], 0.1307f, 0.3081f));
        _course = Process.Start(new ProcessStartInfo(Path.Combine(Repository.CourseFolder, "course"), ["serve", file]) { RedirectStandardOutput = true })!;
        var said = _course.StandardOutput.ReadLine() ?? throw new InvalidOperationException("course serve said nothing");
        Address = new Uri(said[said.IndexOf("http://", StringComparison.Ordinal)..]);
    }

    internal Uri Address { get; }

    public void Dispose()
    {
        Process.Start("kill", ["-TERM", $"{_course.Id}"]).WaitForExit();
        _course.WaitForExit();
        _course.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
