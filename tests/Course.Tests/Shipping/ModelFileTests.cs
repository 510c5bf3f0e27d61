using System.Text;
using System.Text.Json.Nodes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Shipping;

public sealed class ModelFileTests : IDisposable
{
    private static readonly ModelContract Contract = new("tiny", [1, 4, 4], ["no", "yes"], 0.5f, 0.25f);

    private readonly string _folder = Directory.CreateTempSubdirectory("model-file").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Sequential Tiny()
    {
        manual_seed(1);
        return Sequential(Flatten(), Linear(16, 3), Tanh(), Linear(3, 2));
    }

    private string Saved(string name = "tiny.safetensors")
    {
        ModelFile.Save(At(name), Tiny(), Contract, "# A card");
        return At(name);
    }

    private static string Refusal(Action act) => Assert.Throws<ModelFileException>(act).Message;

    [Fact]
    public void SaveAndLoad_EveryLayer_GivesTheSameBits()
    {
        manual_seed(2);
        var net = Sequential(
            Conv2d(1, 4, 3, padding: Padding.Same), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 4, (3, 2), (1, 2), (1, 0), groups: 2, bias: false),
            GELU(), AvgPool2d(2, 1, 1, count_include_pad: false), GELU(TorchSharp.Modules.GELU.Approximate.tanh), Sigmoid(), Flatten(), Dropout(0.3),
            LayerNorm(60), Linear(60, 8, hasBias: false), Tanh(), LayerNorm([8], elementwise_affine: false), Linear(8, 2));
        net.call(randn(5, 1, 8, 8));   // the running figures of BatchNorm2d are no longer the first ones
        var contract = Contract with { Input = [1, 8, 8] };
        ModelFile.Save(At("all"), net, contract, "card");

        using var loaded = ModelFile.Load(At("all"));
        var x = randn(7, 1, 8, 8);
        net.eval();

        Assert.Equal(net.call(x).data<float>().ToArray(), loaded.Module.call(x).data<float>().ToArray());
        Assert.False(loaded.Module.training);
        Assert.Equal(LayerCatalog.Describe(net), loaded.Layers);
    }

    [Fact]
    public void Load_OfASavedModel_KnowsContractCardAndHash()
    {
        using var loaded = ModelFile.Load(Saved());

        Assert.Equal((Contract.Name, Contract.Mean, Contract.Deviation), (loaded.Contract.Name, loaded.Contract.Mean, loaded.Contract.Deviation));
        Assert.Equal(Contract.Input, loaded.Contract.Input);
        Assert.Equal(Contract.Labels, loaded.Contract.Labels);
        Assert.Equal("# A card", loaded.Card);
        Assert.Equal("0 Flatten start=1 end=-1\n1 Linear in=16 out=3 bias=true\n2 Tanh\n3 Linear in=3 out=2 bias=true", loaded.Layers);
        Assert.Matches("^[0-9a-f]{64}$", loaded.Hash);
    }

    [Fact]
    public void Load_NamedSteps_KeepTheirNames()
    {
        manual_seed(1);
        ModelFile.Save(At("m"), Sequential(("flat", Flatten()), ("first", Linear(16, 2))), Contract);

        using var loaded = ModelFile.Load(At("m"));

        Assert.Equal(["first.weight", "first.bias"], loaded.Module.state_dict().Keys);
    }

    [Fact]
    public void Save_TheSameModelTwice_GivesTheSameHash()
    {
        using var one = ModelFile.Load(Saved("one"));
        using var two = ModelFile.Load(Saved("two"));

        Assert.Equal(one.Hash, two.Hash);
    }

    // The rule by which anybody can check it: all bytes, the hash itself as 64 zeros.
    [Fact]
    public void Hash_IsOfAllBytesWithTheHashAsZeros()
    {
        var bytes = File.ReadAllBytes(Saved());
        using var loaded = ModelFile.Load(Saved());
        var text = Encoding.Latin1.GetString(bytes).Replace(loaded.Hash, new string('0', 64), StringComparison.Ordinal);

        Assert.Equal(loaded.Hash, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.Latin1.GetBytes(text))).ToLowerInvariant());
    }

    [Fact]
    public void SaveAndLoad_DrawNoRandomNumbers()
    {
        var net = Tiny();
        manual_seed(5);
        ModelFile.Save(At("m"), net, Contract);
        using var loaded = ModelFile.Load(At("m"));
        var drawn = rand(1).item<float>();
        manual_seed(5);

        Assert.Equal(rand(1).item<float>(), drawn);
    }

    [Fact]
    public void Save_WhileTraining_LeavesTheModelInTraining()
    {
        var net = Tiny();
        ModelFile.Save(At("m"), net, Contract);

        Assert.True(net.training);
    }

    [Fact]
    public void Load_AnyByteChanged_IsRefused()
    {
        var bytes = File.ReadAllBytes(Saved());
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(At("damaged"), damaged);

            Assert.Throws<ModelFileException>(() => ModelFile.Load(At("damaged")));
        }
    }

    [Fact]
    public void Load_CutOffAnywhere_IsRefused()
    {
        var bytes = File.ReadAllBytes(Saved());
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(At("cut"), bytes[..length]);

            Assert.Throws<ModelFileException>(() => ModelFile.Load(At("cut")));
        }
    }

    [Fact]
    public void Load_CutOffInTheWeights_SaysHowMuchIsThere()
    {
        var bytes = File.ReadAllBytes(Saved());
        File.WriteAllBytes(At("cut"), bytes[..^4]);

        Assert.Contains($"cut is cut off: {bytes.Length - 4:N0} of {bytes.Length:N0} bytes", Refusal(() => ModelFile.Load(At("cut"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MoreThanWasSaved_IsRefused()
    {
        File.WriteAllBytes(At("more"), [.. File.ReadAllBytes(Saved()), 0]);

        Assert.Contains("SHA-256", Refusal(() => ModelFile.Load(At("more"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WhatIsNoModel_SaysSo()
    {
        File.WriteAllText(At("text"), "once upon a time there was a file of text");
        Safetensors.Save(At("tensors"), new Dictionary<string, Tensor> { ["a"] = ones(3) });
        Safetensors.Save(At("later"), new Dictionary<string, Tensor> { ["a"] = ones(3) }, new Dictionary<string, string> { ["format"] = "course-model/2" });

        Assert.Contains("is not a model file", Refusal(() => ModelFile.Load(At("text"))), StringComparison.Ordinal);
        Assert.Contains("nothing says what network", Refusal(() => ModelFile.Load(At("tensors"))), StringComparison.Ordinal);
        Assert.Contains("course-model/2", Refusal(() => ModelFile.Load(At("later"))), StringComparison.Ordinal);
        Assert.StartsWith("nowhere is not there", Refusal(() => ModelFile.Load(At("nowhere"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layers", "0 Flatten start=1 end=-1\n1 Linear in=16 out=4 bias=true\n2 Tanh\n3 Linear in=4 out=2 bias=true", "`1.weight` (3, 16), yours is `1.weight` (4, 16)")]
    [InlineData("layers", "0 Flatten start=1 end=-1\n1 Format disk=c", "a layer Format; known are Linear, Conv2d")]
    [InlineData("layers", "0 Flatten start=1 end=-1\n1 Linear in=16 out=3\n2 Tanh\n3 Linear in=3 out=2 bias=true", "lacks the setting bias")]
    [InlineData("layers", "0", "\"0\" is no layer")]
    [InlineData("contract", """{"name":"tiny","input":[1,4,4],"labels":["no","yes"],"mean":0,"deviation":0}""", "deviation, which has to be above 0")]
    [InlineData("contract", """{"name":"tiny","input":[1,4,5],"labels":["no","yes"],"mean":0,"deviation":1}""", "does not take an input of (1, 1, 4, 5)")]
    [InlineData("contract", """{"name":"tiny","input":[1,4,4],"labels":["no","yes","?"],"mean":0,"deviation":1}""", "gives (1, 2), but the contract has 3 labels")]
    [InlineData("contract", "null", "cannot be built")]
    public void Load_WithARightHashButWrongInside_IsRefused(string key, string value, string why)
    {
        File.WriteAllBytes(At("wrong"), WithText(File.ReadAllBytes(Saved()), key, value));

        Assert.Contains(why, Refusal(() => ModelFile.Load(At("wrong"))), StringComparison.Ordinal);
    }

    // A file as somebody's own program would write it, hash and all.
    private static byte[] WithText(byte[] file, string key, string value)
    {
        var length = (int)BitConverter.ToInt64(file);
        var header = JsonNode.Parse(file.AsSpan(8, length))!;
        header["__metadata__"]![key] = value;
        header["__metadata__"]!["sha256"] = new string('0', 64);
        var json = Encoding.UTF8.GetBytes(header.ToJsonString());
        byte[] content = [.. BitConverter.GetBytes((long)json.Length), .. json, .. file.AsSpan(8 + length)];
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content)).ToLowerInvariant();
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace(new string('0', 64), hash, StringComparison.Ordinal));
    }

    [Fact]
    public void Save_WhatCannotBeLoaded_LeavesTheOldFile()
    {
        var path = Saved();
        var before = File.ReadAllBytes(path);
        var nested = Sequential(Flatten(), Sequential(Linear(16, 2)));
        var notFinite = Tiny();
        using (no_grad())
        {
            notFinite.parameters().First().fill_(float.NaN);
        }

        Assert.Contains("a layer Sequential; a model file holds Linear", Refusal(() => ModelFile.Save(path, nested, Contract)), StringComparison.Ordinal);
        Assert.Contains("NaN", Refusal(() => ModelFile.Save(path, notFinite, Contract)), StringComparison.Ordinal);
        Assert.Contains("Float64", Refusal(() => ModelFile.Save(path, (Sequential)Tiny().to(float64), Contract)), StringComparison.Ordinal);
        Assert.Contains("without spaces", Refusal(() => ModelFile.Save(path, Sequential(("a b", Linear(16, 2))), Contract)), StringComparison.Ordinal);
        Assert.Contains("16 labels", Refusal(() => ModelFile.Save(path, Tiny(), Contract with { Labels = [.. Enumerable.Range(0, 16).Select(i => $"{i}")] })), StringComparison.Ordinal);
        Assert.Contains("the same", Refusal(() => ModelFile.Save(path, Tiny(), Contract with { Labels = ["a", "a"] })), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Scaled_TakesPixelsToWhatTheModelSaw() =>
        Assert.Equal([-2f, 2f, 0f], Contract.Scaled([0, 255, 127]).Select(v => MathF.Round(v, 1)));
}
