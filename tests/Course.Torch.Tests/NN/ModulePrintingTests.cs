using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Torch.Tests.NN;

/// <summary>Modules as text, against what PyTorch 1.13 prints for the same.</summary>
[Collection("default generator")]
public class ModulePrintingTests
{
    private static readonly Dictionary<string, (Func<Module> Make, string Text)> Printed = new()
    {
        ["mlp"] = (() => Sequential(Linear(2, 3), ReLU(), Linear(3, 1, hasBias: false)), """
            Sequential(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (1): ReLU()
              (2): Linear(in_features=3, out_features=1, bias=False)
            )
            """),
        ["named"] = (() => ModuleDict(("body", Sequential(Conv2d(1, 8, 3, padding: 1), BatchNorm2d(8), MaxPool2d(2))), ("head", (Module)ModuleList(Flatten(), Dropout(0.25)))), """
            ModuleDict(
              (body): Sequential(
                (0): Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
                (1): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
                (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
              )
              (head): ModuleList(
                (0): Flatten(start_dim=1, end_dim=-1)
                (1): Dropout(p=0.25, inplace=False)
              )
            )
            """),
        ["conv"] = (() => Conv2d(4, 8, (3, 5), (2, 2), (1, 2), (2, 2), PaddingModes.Reflect, 2, false), "Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 2), padding=(1, 2), dilation=(2, 2), groups=2, bias=False, padding_mode=reflect)"),
        ["conv_same"] = (() => Conv2d(1, 1, 3, Padding.Same), "Conv2d(1, 1, kernel_size=(3, 3), stride=(1, 1), padding=same)"),
        ["conv1d"] = (() => Conv1d(1, 2, 3), "Conv1d(1, 2, kernel_size=(3,), stride=(1,))"),
        ["pools"] = (() => Sequential(MaxPool2d((2, 3), (1, 1), (1, 1)), AvgPool2d(2), AdaptiveAvgPool2d((3, 2)), MaxPool1d(3), AvgPool1d(3), AdaptiveAvgPool1d(3)), """
            Sequential(
              (0): MaxPool2d(kernel_size=(2, 3), stride=1, padding=1, dilation=1, ceil_mode=False)
              (1): AvgPool2d(kernel_size=2, stride=2, padding=0)
              (2): AdaptiveAvgPool2d(output_size=(3, 2))
              (3): MaxPool1d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=False)
              (4): AvgPool1d(kernel_size=(3,), stride=(3,), padding=(0,))
              (5): AdaptiveAvgPool1d(output_size=3)
            )
            """),
        ["norms"] = (() => Sequential(BatchNorm1d(3, affine: false), LayerNorm([3, 4]), GroupNorm(2, 4)), """
            Sequential(
              (0): BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=False, track_running_stats=True)
              (1): LayerNorm((3, 4), eps=1e-05, elementwise_affine=True)
              (2): GroupNorm(2, 4, eps=1e-05, affine=True)
            )
            """),
        ["drops"] = (() => Sequential(Dropout(), Dropout1d(1.0), Dropout2d(0.1)), """
            Sequential(
              (0): Dropout(p=0.5, inplace=False)
              (1): Dropout1d(p=1.0, inplace=False)
              (2): Dropout2d(p=0.1, inplace=False)
            )
            """),
        ["embed"] = (() => Sequential(Embedding(10, 3), Embedding(10, 3, padding_idx: 0)), """
            Sequential(
              (0): Embedding(10, 3)
              (1): Embedding(10, 3, padding_idx=0)
            )
            """),
        ["acts"] = (() => Sequential(
            ReLU(inplace: true), LeakyReLU(0.2), ELU(), GELU(), Softmax(1), LogSoftmax(1), GLU(), PReLU(1), Hardtanh(), Sigmoid(), Tanh(), SiLU(), Mish(), SELU(), ReLU6(), Softsign(), Identity()), """
            Sequential(
              (0): ReLU(inplace=True)
              (1): LeakyReLU(negative_slope=0.2)
              (2): ELU(alpha=1.0)
              (3): GELU(approximate='none')
              (4): Softmax(dim=1)
              (5): LogSoftmax(dim=1)
              (6): GLU(dim=-1)
              (7): PReLU(num_parameters=1)
              (8): Hardtanh(min_val=-1.0, max_val=1.0)
              (9): Sigmoid()
              (10): Tanh()
              (11): SiLU()
              (12): Mish()
              (13): SELU()
              (14): ReLU6()
              (15): Softsign()
              (16): Identity()
            )
            """),
        ["shape"] = (() => Sequential(Flatten(), Unflatten(1, [2, 3]), ZeroPad2d((1, 2, 3, 4))), """
            Sequential(
              (0): Flatten(start_dim=1, end_dim=-1)
              (1): Unflatten(dim=1, unflattened_size=(2, 3))
              (2): ZeroPad2d((1, 2, 3, 4))
            )
            """),
        ["rec"] = (() => ModuleList<Module>(GRU(2, 3), LSTM(2, 3, 2, batchFirst: true, dropout: 0.5, bidirectional: true), RNN(2, 3, bias: false), GRUCell(2, 3)), """
            ModuleList(
              (0): GRU(2, 3)
              (1): LSTM(2, 3, num_layers=2, batch_first=True, dropout=0.5, bidirectional=True)
              (2): RNN(2, 3, bias=False)
              (3): GRUCell(2, 3)
            )
            """),
        ["loss"] = (() => CrossEntropyLoss(), "CrossEntropyLoss()"),
    };

    public static TheoryData<string> Names => [.. Printed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Module_AsText_IsPyTorchs(string name) => Assert.Equal(Printed[name].Text, Printed[name].Make().ToString());

    [Fact]
    public void LearnersModule_AsText_NamesItsFields() => Assert.Equal(
        """
        Net(
          (hidden): Linear(in_features=4, out_features=3, bias=True)
          (parts): ModuleList(
            (0): ReLU()
          )
        )
        """, new Net().ToString());

    private sealed class Net : Module<torch.Tensor, torch.Tensor>
    {
        private readonly Linear hidden = Linear(4, 3);
        private readonly ModuleList<Module<torch.Tensor, torch.Tensor>> parts = ModuleList<Module<torch.Tensor, torch.Tensor>>(ReLU());

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => parts[0].call(hidden.call(input));
    }
}
