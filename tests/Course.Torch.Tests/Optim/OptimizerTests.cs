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
        ["sgd maximize"] = p => SGD(p, 0.01, momentum: 0.9, weight_decay: 0.1, maximize: true),
        ["adam maximize"] = p => Adam(p, 0.1, 0.8, 0.9, 1e-3, weight_decay: 0.1, maximize: true),
        ["adamw amsgrad"] = p => AdamW(p, 0.1, weight_decay: 0.1, amsgrad: true, maximize: true),
        ["asgd"] = p => ASGD(p, 0.1, lambd: 0.01, alpha: 0.6, t0: 4, weight_decay: 0.1),
        ["nadam"] = p => NAdam(p, 0.1, weight_decay: 0.1),
        ["radam"] = p => RAdam(p, 0.1, weight_decay: 0.1),
        ["radam short"] = p => RAdam(p, 0.1, 0.8, 0.9),
        ["adadelta"] = p => Adadelta(p, 1.0, 0.8, 1e-4, 0.1),
        ["adadelta maximize"] = p => Adadelta(p, 1.0, maximize: true),
        ["adamax"] = p => Adamax(p, 0.1, weight_decay: 0.1),
        ["rprop"] = p => Rprop(p, 0.1),
        ["rprop steps"] = p => Rprop(p, 0.1, 0.3, 1.5, 0.05, 0.3),
    };

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Closures = new()
    {
        ["lbfgs"] = p => LBFGS(p, 0.1),
        ["lbfgs short"] = p => LBFGS(p, 1, max_iter: 5, history_size: 3),
        ["lbfgs evaluations"] = p => LBFGS(p, 0.5, max_iter: 20, max_eval: 4),
    };

    // Settings and state after two steps on p² from 1 and 2, as TorchSharp 0.107.0 writes them.
    private static readonly Dictionary<string, (Func<IEnumerable<Parameter>, OptimizerHelper> Make, string Bytes)> Files = new()
    {
        ["asgd"] = (p => ASGD(p, 0.11, 0.22, 0.33, 0.44, 0.55, true), "04415347440101295C8FC2F528BC3F295C8FC2F528BC3F01295C8FC2F528CC3F1F85EB51B81ED53F9A9999999999E13F295C8FC2F528DC3F0200000000000000C45EBCF863B9BB3F344883344883E43F07010222C653066A9AF43F22C653066A9A0440"),
        ["nadam"] = (p => NAdam(p, 0.11, 0.22, 0.33, 0.44, 0.55, 0.66), "054E4164616D0101295C8FC2F528BC3F295C8FC2F528BC3F295C8FC2F528CC3F1F85EB51B81ED53F295C8FC2F528DC3F9A9999999999E13F1F85EB51B81EE53F0200000000000000451E5BCB29C68A3F0701022E6F2E0187C801404CFEB5898488124007010226BE644497CA13409BBD7F0EF94D3540"),
        ["radam"] = (p => RAdam(p, 0.11, 0.22, 0.33, 0.44, 0.55), "05524164616D0101295C8FC2F528BC3F295C8FC2F528BC3F295C8FC2F528CC3F1F85EB51B81ED53F295C8FC2F528DC3F9A9999999999E13F0200000000000000070102A69D9ACB0DE6FD3FA69D9ACB0DE60D40070102CF477EE5668B0D40CF477EE5668B2D40"),
        ["adamax"] = (p => Adamax(p, 0.11, 0.22, 0.33, 0.44, 0.55), "064164616D61780101295C8FC2F528BC3F295C8FC2F528BC3F295C8FC2F528CC3F1F85EB51B81ED53F295C8FC2F528DC3F9A9999999999E13F020000000000000007010289CDB20D7EEB0140B606EA84639B1240070102FAC1A0AE9701064052CD06688A201540"),
        ["rprop"] = (p => Rprop(p, 0.11, 0.22, 1.33, 0.44, 5.5, true), "055270726F700101295C8FC2F528BC3F295C8FC2F528BC3F01295C8FC2F528CC3F48E17A14AE47F53F295C8FC2F528DC3F000000000000164002000000000000000701020AD7A3703D0A07C085EB51B81E8513C00701027DD0B359F5B9E23F7DD0B359F5B9E23F"),
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

    public static TheoryData<string> ClosureNames => [.. Closures.Keys];

    public static TheoryData<string> FileNames => [.. Files.Keys];

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
    [MemberData(nameof(ClosureNames))]
    public void StepsOfAClosure_EqualPyTorchs(string name)
    {
        var p = Start();
        var optimizer = Closures[name]([p]);
        var seen = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            seen.Add(optimizer.step(Loss)!.ToDouble());
            seen.AddRange(Tolerance.Values(p));
        }

        Assert.Null(Tolerance.Difference(Stored("closures", name), seen, 1e-9));

        torch.Tensor Loss()
        {
            optimizer.zero_grad();
            var value = p.pow(4).sum() + (p * p[0]).sum() + p.sin().sum();
            value.backward();
            return value;
        }
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void State_Written_HasTorchSharpsBytes(string name)
    {
        var p = new Parameter(tensor(new[] { 1.0, 2.0 }));
        var optimizer = Files[name].Make([p]);
        for (var i = 0; i < 2; i++)
        {
            optimizer.zero_grad();
            (p * p).sum().backward();
            optimizer.step();
        }

        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));

        var (expected, actual) = (Convert.FromHexString(Files[name].Bytes), file.ToArray());
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(expected[..16], actual[..16]);
        using var reader = new BinaryReader(new MemoryStream(expected));
        optimizer.load_state_dict(reader);
        using var again = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(again));
        Assert.Equal(expected, again.ToArray());
    }

    [Fact]
    public void OneCycle_TurnsOnTheMomentumOfAnRmsPropMadeWithout()
    {
        var p = new Parameter(ones(2));
        var optimizer = RMSProp([p], 0.1);
        var schedule = lr_scheduler.OneCycleLR(optimizer, 0.1, 10);
        for (var i = 0; i < 4; i++)
        {
            optimizer.zero_grad();
            (p * p).sum().backward();
            optimizer.step();
            schedule.step();
        }

        Assert.Equal(-1.8392651f, p[0].item<float>(), 5); // TorchSharp 0.107.0
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
