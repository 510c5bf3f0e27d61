using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

public sealed class SelectionTests
{
    [Fact]
    public void Of_Nothing_IsEveryPart() =>
        Assert.Equal(["steps", "products", "operations", "growth", "samples"], Selection.Of("").Parts.Select(part => part.Part));

    [Fact]
    public void Of_APartAndAPieceOfAName_IsBoth()
    {
        var selection = Selection.Of("Memory, matmul 128");

        Assert.Equal(["mlp 64", "cnn 32", "gpt 64 32", "tiny"], selection.Remembering.Select(row => row.Key));
        Assert.Equal(["matmul 128 128 128", "matmul 128 64 784"], Assert.Single(selection.Parts).Rows.Select(row => row.Key));
        Assert.Null(selection.Trouble);
    }

    [Fact]
    public void Trouble_OfAWordThatIsNoRows_NamesItAndTheParts() =>
        Assert.Equal(
            "no row is called gelo; say a part (steps, products, operations, growth, samples, memory) or a piece of a row's name, such as matmul 128",
            Selection.Of("steps,gelo").Trouble);
}
