using System.Diagnostics;
using Course.Torch.Tests.Differential;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Serialization;

public sealed class TensorArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Tensor_OfEachType_ComesBack()
    {
        foreach (var type in new[] { float32, float64, int64, int32, int16, int8, uint8, torch.@bool })
        {
            foreach (var t in new[] { arange(6).reshape(2, 3).to(type), zeros(0, 3, type), ones([], type), arange(6).reshape(2, 3).to(type).t() })
            {
                torch.save(t, Place("t.pt"));

                Tolerance.AssertClose(t, torch.load(Place("t.pt")), 0);
            }
        }
    }

    // t.dat of TorchSharp 0.107.0: torch.save(arange(3), …).
    [Fact]
    public void ArchiveOfTorchSharp_IsRead()
    {
        Assert.Equal([0, 1, 2], Tolerance.Values(torch.load(Path.Combine(Path.GetDirectoryName(Oracle.Golden)!, "..", "Serialization", "torchsharp-arange3.dat"))));
    }

    [LiveOracleFact]
    public void Archives_GoToPyTorchAndBack()
    {
        torch.save(arange(6).reshape(2, 3).to(float32) / 4, Place("ours.pt"));
        Python($"""
            import torch, warnings
            warnings.simplefilter('ignore')
            t = next(torch.load('{Place("ours.pt")}').parameters())
            torch.save(t.detach().t()[1:], '{Place("theirs.pt")}')
            torch.save(torch.nn.Parameter(torch.arange(300.)), '{Place("parameter.pt")}')
            torch.save(dict(a=t), '{Place("dictionary.pt")}')
            torch.save(t.half(), '{Place("half.pt")}')
            """);

        Assert.Equal([0.25, 1, 0.5, 1.25], Tolerance.Values(torch.load(Place("theirs.pt"))));
        Assert.Equal(299, torch.load(Place("parameter.pt"))[299].item<float>());
        Assert.Contains("dictionary of 1 entries", Assert.Throws<InvalidDataException>(() => torch.load(Place("dictionary.pt"))).Message, StringComparison.Ordinal);
        Assert.Contains("HalfStorage", Assert.Throws<InvalidDataException>(() => torch.load(Place("half.pt"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherFiles_AreNamed()
    {
        File.WriteAllText(Place("text.pt"), "no archive");
        arange(3).Save(Place("record.dat"));

        Assert.Contains("text.pt is no archive", Assert.Throws<InvalidDataException>(() => torch.Tensor.load(Place("text.pt"))).Message, StringComparison.Ordinal);
        Assert.Contains("Tensor.Load", Assert.Throws<InvalidDataException>(() => torch.load(Place("record.dat"))).Message, StringComparison.Ordinal);
    }

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private static void Python(string program)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", program]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
