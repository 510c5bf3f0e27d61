using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Course.Cli.Tests.Backends;

/// <summary>The same library and the same cell on Course.Torch and on TorchSharp.</summary>
[Collection(RealCourse.Collection)]
public sealed class RealTorchSharpTests(RealCourse course)
{
    // Lines of a name and numbers. Files are named after the backend that wrote them; each run reads the other's, once there is one.
    private const string Cell = """
        #r "nuget: Course, 1.0.0"
        using System.IO;
        using System.Globalization;
        using Course;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using F = TorchSharp.torch.nn.functional;

        var mine = typeof(torch).Assembly.GetName().Name == "TorchSharp" ? "native" : "managed";
        var other = mine == "native" ? "managed" : "native";
        void Say(string name, Tensor t) => Console.WriteLine(name + " " + string.Join(' ',
            t.detach().to(float64).flatten().data<double>().ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        torch.nn.Module<Tensor, Tensor> Mlp() => Sequential(("in", Linear(8, 16)), ("act", GELU()), ("norm", LayerNorm(16)), ("out", Linear(16, 3)));

        manual_seed(7);
        Say("=rand", rand(20));
        Say("=randint", randint(1000, new long[] { 20 }));
        Say("=randperm", randperm(20));
        Say("=bernoulli", bernoulli(full(new long[] { 20 }, 0.3)));
        Say("randn", randn(5));
        Say("randn", randn(40));
        Say("=linear", Linear(6, 4).weight!);
        Say("=conv", Conv2d(2, 3, 3).weight!);
        Say("embedding", Embedding(5, 3).weight!);
        Say("=dropout", F.dropout(ones(40), 0.4, training: true));

        manual_seed(1);
        var net = Mlp();
        net.save(mine + ".init.dat");
        var x = randn(32, 8);
        var y = randint(3, new long[] { 32 });
        var adam = optim.Adam(net.parameters(), lr: 0.01);
        var checkpoint = Checkpoint.At(mine + ".checkpoint", net, adam);
        float Step()
        {
            adam.zero_grad();
            var loss = F.cross_entropy(net.call(x), y);
            loss.backward();
            adam.step();
            return loss.item<float>();
        }

        var losses = new List<float>();
        for (var i = 0; i < 20; i++) losses.Add(Step());
        Say("losses", tensor(losses.ToArray()));
        net.save(mine + ".dat");
        Say("written", net.call(x));

        checkpoint.Save(1, 20, ("loss", losses.Select(v => (double)v)));
        var next = Step();
        Say("resumed", tensor(new[] { next, checkpoint.TryResume(out var state) ? Step() : float.NaN }));
        Say("=step", tensor(state.Step));
        if (File.Exists(other + ".dat"))
        {
            var copy = Mlp();
            copy.load(other + ".dat");
            Say("read", copy.call(x));
        }

        manual_seed(3);
        var layers = Sequential(
            Conv2d(1, 4, 3, padding: Padding.Same), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 4, (3, 2), (1, 2), (1, 0), groups: 2, bias: false),
            GELU(), AvgPool2d(2, 1, 1, count_include_pad: false), GELU(TorchSharp.Modules.GELU.Approximate.tanh), Sigmoid(), Flatten(), Dropout(0.3),
            LayerNorm(60), Linear(60, 8, hasBias: false), Tanh(), LayerNorm(new long[] { 8 }, elementwise_affine: false), Linear(8, 2));
        ModelFile.Save(mine + ".safetensors", layers, new ModelContract("every layer", new long[] { 1, 8, 8 }, new[] { "no", "yes" }, 0.5f, 0.25f), "a card");
        var model = ModelFile.Load((File.Exists(other + ".safetensors") ? other : mine) + ".safetensors");
        Say("model", model.Module.call(linspace(-1, 1, 128).reshape(2, 1, 8, 8)));
        """;

    [TorchSharpFact]
    public void Library_OnTheRealTorchSharp_CompilesAndLeavesTheManagedBuildAlone()
    {
        var references = References(Path.Combine(course.Folder, "Course.dll"));

        Assert.Contains("TorchSharp", references);
        Assert.DoesNotContain("Course.Torch", references);
        Assert.False(Path.Exists(course.At("lib/Course/obj")));
        Assert.False(Path.Exists(course.At("lib/Course/bin")));
    }

    [TorchSharpFact]
    public void Cell_OnBothBackends_GivesTheSameNumbersAndFiles()
    {
        var managed = course.Run("managed", Cell);
        var native = course.Run("cpu", Cell);
        var managedAgain = course.Run("managed", Cell);

        Assert.Equal(managed, managedAgain.Where(line => !line.StartsWith("read ", StringComparison.Ordinal)));
        Assert.Equal(managed.Length + 1, native.Length);
        foreach (var (ours, theirs) in managed.Zip(native.Where(line => !line.StartsWith("read ", StringComparison.Ordinal))))
        {
            AssertSame(ours, theirs);
        }

        AssertSame("written " + Numbers(managed, "written"), "written " + Numbers(native, "read"));
        AssertSame("written " + Numbers(native, "written"), "written " + Numbers(managedAgain, "read"));
        Assert.Equal(File.ReadAllBytes(course.At("notebooks/managed.init.dat")), File.ReadAllBytes(course.At("notebooks/native.init.dat")));
        Assert.Equal(File.ReadAllBytes(course.At("notebooks/managed.safetensors")), File.ReadAllBytes(course.At("notebooks/native.safetensors")));
        var resumed = Numbers(native, "resumed").Split(' ');
        Assert.Equal(resumed[0], resumed[1]);
    }

    // Integers, uniform numbers and masks are equal to the bit; the rest to rounding.
    private static void AssertSame(string ours, string theirs)
    {
        if (ours.StartsWith('='))
        {
            Assert.Equal(theirs, ours);
            return;
        }

        var (a, b) = (ours.Split(' '), theirs.Split(' '));
        Assert.Equal((a[0], a.Length), (b[0], b.Length));
        foreach (var (x, y) in a[1..].Zip(b[1..]))
        {
            var (p, q) = (double.Parse(x, CultureInfo.InvariantCulture), double.Parse(y, CultureInfo.InvariantCulture));
            Assert.True(Math.Abs(p - q) <= 1e-4 * Math.Max(1, Math.Abs(q)), $"{a[0]}: {x} on Course.Torch, {y} on TorchSharp");
        }
    }

    private static string Numbers(string[] lines, string name) =>
        lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
