using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Script;

public sealed class DirectiveCompletionTests : SessionTest
{
    [Theory]
    [InlineData("#!ti", "#!time", 0)]
    [InlineData("1\n#l", "#load", 2)]
    [InlineData("#r \"", "lib.dll sub/", 4)]
    [InlineData("#r \"./li", "lib.dll", 6)]
    [InlineData("#r \"sub/", "deep.dll", 8)]
    [InlineData("#load \"", "helpers.cs sub/", 7)]
    [InlineData("#load \"sub/../hel", "helpers.cs", 14)]
    [InlineData("#!import he", "helpers.cs", 9)]
    [InlineData("#!import ot", "other.ipynb", 9)]
    [InlineData("#load \"nowhere/", "", 15)]
    [InlineData("#r \".h", ".hidden.dll", 4)]
    public void Directive_UpToTheCursor_ProposesNamesAndFiles(string code, string matches, int start)
    {
        foreach (var file in new[] { "lib.dll", ".hidden.dll", "helpers.cs", "other.ipynb", "notes.txt", "sub/deep.dll" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, "sub"));
            Write(file, "");
        }

        var completion = Session.Complete(code, code.Length);

        Assert.Equal(matches, string.Join(' ', completion.Matches.Select(match => match.Text)));
        Assert.Equal((start, code.Length), (completion.Start, completion.End));
    }
}
