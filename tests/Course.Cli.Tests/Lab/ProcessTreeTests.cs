using System.Diagnostics;
using Course.Cli.Lab;

namespace Course.Cli.Tests.Lab;

public sealed class ProcessTreeTests
{
    [Fact]
    public void Kill_ChildrenOfChildren_EndsThemAll()
    {
        using var scratch = new Scratch();
        var script = $"sh -c 'sleep 600 & echo $$ $! > {scratch.At("part")}; mv {scratch.At("part")} {scratch.At("ids")}; wait' & wait";
        using var root = Process.Start("sh", ["-c", script]);
        Waiting.Until(() => File.Exists(scratch.At("ids")), () => "the shell wrote nothing");
        int[] below = [.. File.ReadAllText(scratch.At("ids")).Split(' ').Select(int.Parse)];

        ProcessTree.Kill(root);

        Waiting.ForDeath([root.Id, .. below]);
    }
}
