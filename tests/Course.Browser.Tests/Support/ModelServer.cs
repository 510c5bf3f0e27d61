using System.Diagnostics;
using System.Text.RegularExpressions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Browser.Tests.Support;

/// <summary>A network that has learnt digits for a second, served by <c>course serve</c>.</summary>
public sealed partial class ModelServer : IDisposable
{
    private const int Batch = 64;
    private const float Mean = 0.1307f;
    private const float Deviation = 0.3081f;

    private readonly string _folder = Directory.CreateTempSubdirectory("course-model-").FullName;
    private readonly Process _course;

    /// <summary>Trains it, starts the command, and waits for its address.</summary>
    public ModelServer()
    {
        var file = Path.Combine(_folder, "digits.safetensors");
        using (var net = Trained())
        {
            ModelFile.Save(file, net, new ModelContract("Digits", [1, 28, 28], [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], Mean, Deviation));
        }

        _course = Process.Start(new ProcessStartInfo(Path.Combine(Checkout.Cli, "course"), ["serve", file]) { RedirectStandardOutput = true })!;
        var said = _course.StandardOutput.ReadLine() ?? "";
        Assert.Matches(AddressLine(), said);
        Address = AddressLine().Match(said).Value + "/";
    }

    /// <summary>With a slash at its end.</summary>
    public string Address { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Process.Start("kill", ["-TERM", $"{_course.Id}"]).WaitForExit();
        _course.WaitForExit();
        Assert.Equal(0, _course.ExitCode);
        _course.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Sequential Trained()
    {
        manual_seed(1);
        var net = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10));
        using var scope = NewDisposeScope();
        var digits = Data.Mnist().Train.Take(120 * Batch);
        var (images, labels) = ((tensor(digits.ToFloats()).reshape(-1, 1, 28, 28) - Mean) / Deviation, tensor(digits.Labels.Select(label => (long)label).ToArray()));
        var optimizer = optim.Adam(net.parameters(), 0.002);
        for (var start = 0; start < digits.Count; start += Batch)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(images.narrow(0, start, Batch)), labels.narrow(0, start, Batch)).backward();
            optimizer.step();
        }

        return net;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressLine();
}
