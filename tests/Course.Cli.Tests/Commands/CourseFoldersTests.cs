namespace Course.Cli.Tests.Commands;

public sealed class CourseFoldersTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Find_CheckoutAboveCurrent_Wins()
    {
        var (mine, installed) = (Checkout("mine"), Checkout("installed"));

        var folders = CourseFolders.Find(Directory.CreateDirectory(Path.Combine(mine, "a", "b")).FullName, installed);

        Assert.Equal(new CourseFolders(mine, true), folders);
    }

    [Fact]
    public void Find_OnlyTheProgramIsInACheckout_FindsThat()
    {
        var installed = Checkout("installed");

        Assert.Equal(installed, CourseFolders.Find(_scratch.Folder, Path.Combine(installed, "bin")).Root);
    }

    [Fact]
    public void Find_NoCheckout_IsTheCurrentFolder() =>
        Assert.Equal(new CourseFolders(_scratch.Folder, false), CourseFolders.Find(_scratch.Folder, _scratch.Folder));

    private string Checkout(string name)
    {
        var root = Directory.CreateDirectory(_scratch.At(name)).FullName;
        Directory.CreateDirectory(Path.Combine(root, "notebooks"));
        Directory.CreateDirectory(Path.Combine(root, "bin"));
        File.WriteAllText(Path.Combine(root, "Course.sln"), "");
        return root;
    }
}
