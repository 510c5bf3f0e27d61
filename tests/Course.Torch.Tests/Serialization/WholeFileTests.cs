using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Serialization;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-torch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_ThatFails_LeavesTheOldFileAndNoOther()
    {
        var path = Path.Combine(_folder, "state.dat");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, file =>
        {
            file.WriteByte(1);
            throw new InvalidOperationException("the disk is full");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void TensorAndOptimizer_SavedByName_LoadAgain()
    {
        var (tensorFile, optimizerFile) = (Path.Combine(_folder, "t.dat"), Path.Combine(_folder, "o.dat"));
        var p = new TorchSharp.Modules.Parameter(tensor(new[] { 1.0, 2 }));
        var optimizer = optim.Adam([p]);
        (p * p).sum().backward();
        optimizer.step();
        p.Save(tensorFile);
        optimizer.save_state_dict(optimizerFile);
        var again = optim.Adam([p]);
        again.load_state_dict(optimizerFile);

        Assert.Equal(Tolerance.Values(p), Tolerance.Values(torch.Tensor.Load(tensorFile)));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }
}
