using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using Curve = TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy;
using Mode = TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR.Mode;

namespace Course.Torch.Tests.Optim;

/// <summary>Paths and rates against stored ones of PyTorch (optimizers.json, made by optimizers.py).</summary>
public class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Optimizers = new()
    {
        ["sgd"] = p => SGD(p, 0.1),
        ["sgd momentum"] = p => SGD(p, 0.1, momentum: 0.9, dampening: 0.2, weight_decay: 0.01),
        ["sgd nesterov"] = p => SGD(p, 0.1, momentum: 0.9, nesterov: true),
        ["adam"] = p => Adam(p, 0.1, weight_decay: 0.1),
        ["adam amsgrad"] = p => Adam(p, 0.1, amsgrad: true, maximize: true),
        ["adamw"] = p => AdamW(p, 0.1, weight_decay: 0.1),
        ["rmsprop"] = p => RMSProp(p, 0.1, momentum: 0.5, centered: true, weight_decay: 0.1),
        ["adagrad"] = p => Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.1, initial_accumulator_value: 0.2),
    };

    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Schedules = new()
    {
        ["step"] = o => lr_scheduler.StepLR(o, 7, 0.5),
        ["lambda"] = o => lr_scheduler.LambdaLR(o, e => 1.0 / (e + 1)),
        ["multistep"] = o => lr_scheduler.MultiStepLR(o, [4, 9], 0.5),
        ["polynomial"] = o => lr_scheduler.PolynomialLR(o, 12, 2),
        ["multiplicative"] = o => lr_scheduler.MultiplicativeLR(o, _ => 0.9),
        ["exponential"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["constant"] = o => lr_scheduler.ConstantLR(o, 0.25, 6),
        ["linear"] = o => lr_scheduler.LinearLR(o, 0.2, 0.8, 9),
        ["cosine"] = o => lr_scheduler.CosineAnnealingLR(o, 11, 0.01),
        ["onecycle"] = o => lr_scheduler.OneCycleLR(o, 0.5, total_steps: 31),
        ["onecycle three linear"] = o => lr_scheduler.OneCycleLR(o, 0.5, total_steps: 31, three_phase: true, anneal_strategy: Curve.Linear),
        ["cyclic"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 4, 6, Mode.Triangular2),
        ["cyclic exp"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 4, mode: Mode.ExpRange, gamma: 0.95),
        ["sequential"] = o => lr_scheduler.SequentialLR(o, [lr_scheduler.LinearLR(o, 0.1, 1, 5), lr_scheduler.CosineAnnealingLR(o, 20)], [5]),
        ["chained"] = o => lr_scheduler.ChainedLR([lr_scheduler.LinearLR(o, 0.1, 1, 5), lr_scheduler.ExponentialLR(o, 0.9)]),
    };

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    public static TheoryData<string> ScheduleNames => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void Steps_EqualPyTorchs(string name)
    {
        var p = Start();
        Steps(p, Optimizers[name]([p]), 0, 12);

        Assert.Null(Tolerance.Difference(Stored("optimizers", name), Tolerance.Values(p), 1e-12));
    }

    [Theory]
    [MemberData(nameof(ScheduleNames))]
    public void Rates_EqualPyTorchs(string name)
    {
        var optimizer = SGD([Start()], 0.1, momentum: 0.9);
        var schedule = Schedules[name](optimizer);
        var rates = new double[30];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = optimizer.ParamGroups.First().LearningRate;
            optimizer.step();
            schedule.step();
        }

        Assert.Null(Tolerance.Difference(Stored("schedules", name), rates, 1e-12));
    }

    [Fact]
    public void Rates_PerGroup_EqualThoseOfEachGroupAlone()
    {
        double[][] apart = [.. new[] { (0.01, 0.5, 0.7, 0.9), (0.02, 0.1, 0.8, 0.95) }.SelectMany(g => Walk([g.Item1], [g.Item2], [g.Item3], [g.Item4]))];

        Assert.Equal(apart, Walk([0.01, 0.02], [0.5, 0.1], [0.7, 0.8], [0.9, 0.95]));

        static IEnumerable<double[]> Walk(double[] least, double[] most, double[] low, double[] high)
        {
            var groups = least.Select(_ => new SGD.ParamGroup([Start()], 0.1, momentum: 0.9)).ToArray();
            var (cyclic, once) = (SGD(groups, 0.1), SGD(groups, 0.1));
            var rates = groups.Select(_ => new List<double>()).ToArray();
            foreach (var schedule in new[] { lr_scheduler.CyclicLR(cyclic, least, most, 4, base_momentum: low, max_momentum: high), lr_scheduler.OneCycleLR(once, most, 20, base_momentum: low, max_momentum: high) })
            {
                for (var i = 0; i < 12; i++)
                {
                    schedule.step();
                    Array.ForEach(groups, group => rates[Array.IndexOf(groups, group)].AddRange([group.LearningRate, group.Momentum]));
                }
            }

            return rates.Select(list => list.ToArray());
        }
    }

    [Fact]
    public void Rates_OfAnotherNumberOfGroups_SayBoth() =>
        Assert.Contains("3 values of max_lr for 1 parameter groups", Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(SGD([Start()], 0.1), [1, 2, 3], 10)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void State_SavedAndLoaded_ContinuesAsUninterrupted(string name)
    {
        var (whole, broken) = (Start(), Start());
        Steps(whole, Optimizers[name]([whole]), 0, 12);
        var first = (OptimizerHelper)Optimizers[name]([broken]);
        Steps(broken, first, 0, 5);
        using var file = new MemoryStream();
        first.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        var second = (OptimizerHelper)Optimizers[name]([broken]);
        second.load_state_dict(new BinaryReader(file));
        Steps(broken, second, 5, 12);

        Assert.Equal(Tolerance.Values(whole), Tolerance.Values(broken));
    }

    [Fact]
    public void Plateau_WithoutImprovement_LowersTheRate()
    {
        var optimizer = SGD([Start()], 0.1);
        var schedule = lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 2);
        foreach (var loss in new[] { 1.0, 1, 1, 1, 1 })
        {
            schedule.step(loss);
        }

        Assert.Equal(0.05, optimizer.ParamGroups.First().LearningRate, 12);
    }

    private static Parameter Start() => new(tensor(new[] { 1.0, -2, 0.5 }));

    private static void Steps(Parameter p, Optimizer optimizer, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            optimizer.zero_grad();
            ((p * p).sum() + (p * (i % 3)).sin().sum()).backward();
            optimizer.step();
        }
    }

    private static double[] Stored(string part, string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Differential.Oracle.Folder, "..", "Optim", "optimizers.json")))
            .RootElement.GetProperty(part).GetProperty(name).EnumerateArray().Select(e => e.GetDouble()).ToArray();
}
