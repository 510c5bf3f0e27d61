using Course.Kernel.Session;
using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Formatting;

/// <summary>With the library that notebooks load, found by its name only.</summary>
public sealed class TorchTextTests : SessionTest
{
    private const string Load = "#r \"nuget: Course, 1.0.0\"\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    private protected override SessionOptions Options => base.Options with
    {
        PackageOverrides = new Dictionary<string, string> { ["Course"] = Path.Combine(Root(), "lib", "Course", "bin", Configuration, "net8.0") },
    };

    [Fact]
    public void Tensor_ShowsItsValues_WithShapeAndType()
    {
        var text = Value(Load + "torch.tensor(new float[] { 1, 2.5f, 3 })")!;

        Assert.Contains("[3], type = Float32", text, StringComparison.Ordinal);
        Assert.Contains("2.5", text, StringComparison.Ordinal);
        Assert.Equal(Value("torch.tensor(new float[] { 1, 2.5f, 3 }).str()")!.TrimEnd(), text);
    }

    [Fact]
    public void Tensor_InsideAnotherValue_StaysShort() =>
        Assert.Equal("(1, [3], type = Float32, device = cpu)", Value(Load + "(1, torch.ones(3))"));

    [Fact]
    public void Module_ShowsItsLayers()
    {
        Run(Load + """
            class Net : nn.Module<Tensor, Tensor>
            {
                private readonly TorchSharp.Modules.Linear first = nn.Linear(784, 30);
                private readonly TorchSharp.Modules.Sequential rest = nn.Sequential(nn.ReLU(), nn.Linear(30, 10, hasBias: false));
                public Net() : base("Net") { RegisterComponents(); }
                public override Tensor forward(Tensor x) => rest.forward(first.forward(x));
            }
            """);

        Assert.Equal(
            """
            Net(
              (first): Linear(in_features=784, out_features=30, bias=True)
              (rest): Sequential(
                (0): ReLU(inplace=False)
                (1): Linear(in_features=30, out_features=10, bias=False)
              )
            )
            """,
            Value("new Net()"));
    }

    [Fact]
    public void StateDict_IsATable() =>
        Assert.Equal(
            """
            name    shape    type
            weight  (2, 30)  Float32
            bias    (2)      Float32
            """,
            Value(Load + "nn.Linear(30, 2).state_dict()"));

    [Theory]
    [InlineData("optim.SGD(nn.Linear(3, 2).parameters(), learningRate: 0.5, momentum: 0.9)", "SGD(", "lr = 0.5", "momentum = 0.9")]
    [InlineData("optim.Adam(nn.Linear(3, 2).parameters(), lr: 0.01)", "Adam(", "lr = 0.01", "beta1 = 0.9")]
    public void Optimizer_ShowsItsSettings(string code, params string[] parts)
    {
        var text = Value(Load + code)!;

        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.InRange(text.Split('\n').Length, 2, 4);
    }

    [Theory]
    [InlineData("foreach (var row in torch.ones(2, 2)) { }", "x.unbind(0)")]
    [InlineData("torch.ones(2).ToString(TensorStringStyle.Numpy)", "write TorchSharp.TensorStringStyle")]
    public void CompileError_ThatTorchSharpHasToo_SaysWhatToWrite(string code, string advice) =>
        Assert.Contains(Fail(Load + code, CellStatus.CompilationFailed).Traceback, line => line.Contains(advice, StringComparison.Ordinal));

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Course.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
