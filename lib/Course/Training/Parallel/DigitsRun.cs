using TorchSharp;
using TorchSharp.Modules;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course;

/// <summary>Notebook 12's loop as one worker of several runs it: its part of each batch, slopes summed over all, the same step everywhere.</summary>
/// <remarks>Rank 0 writes the checkpoint. All read it, so it has to lie where every machine sees it.</remarks>
internal sealed class DigitsRun : IDisposable
{
    private readonly IAllReduce _me;
    private readonly DigitsPlan _plan;
    private readonly Digits _digits;
    private readonly Sequential _net;
    private readonly SGD _optimizer;
    private readonly Checkpoint _file;
    private readonly List<double> _losses = [];
    private (int Number, int[][] Batches) _epoch = (-1, []);

    public DigitsRun(IAllReduce me, DigitsPlan plan, Mnist mnist)
    {
        if (me.Size > DigitsPlan.MostRanks)
        {
            throw new ArgumentException(Invariant($"{me.Size} ranks: at most {DigitsPlan.MostRanks} can share the smallest batch, which has as many images"), nameof(me));
        }

        (_me, _plan, _digits) = (me, plan, mnist.Train.Take(DigitsPlan.Count));
        manual_seed(DigitsPlan.Seed);   // the same first weights everywhere
        _net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)).to(Device.Best);
        _optimizer = optim.SGD(_net.parameters(), 0.1, momentum: 0.9);
        _file = Checkpoint.At(plan.PathFor(), _net, _optimizer);
    }

    /// <summary>The global loss of each step so far, the resumed ones included.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Goes to where the checkpoint is, if there is one.</summary>
    /// <returns>Steps done.</returns>
    /// <exception cref="CheckpointException">The file cannot be used, or the ranks see different ones.</exception>
    public int Resume()
    {
        if (_plan.Restart && _me.Rank == 0)
        {
            _file.Delete();
        }

        Meet();   // nobody looks before it is gone
        if (_file.TryResume(out var state) && (state["digits"] is not [var count] || (int)count != _digits.Count))
        {
            throw new CheckpointException(Invariant(
                $"{_file.Name} is of a run on another number of digits than {_digits.Count:N0}: choose the tier that it was begun with, another --checkpoint, or --restart"));
        }

        var steps = new float[_me.Size];
        steps[_me.Rank] = state.Step;
        _me.Sum(steps);
        if (Array.FindIndex(steps, step => step != steps[0]) is var other and > 0)
        {
            throw new CheckpointException(Invariant(
                $"rank 0 would go on from step {steps[0]}, rank {other} from step {steps[other]}: {_file.Name} has to lie in a folder that all machines share"));
        }

        _losses.AddRange(state["losses"]);
        return (int)state.Step;
    }

    /// <summary>Trains to the end of the plan.</summary>
    /// <param name="done">Told after each step: its number and loss.</param>
    /// <param name="saved">Told after each checkpoint, by rank 0.</param>
    public void Go(Action<int, double> done, Action<int> saved)
    {
        for (var step = _losses.Count; step < _plan.Last; step++)
        {
            _losses.Add(Step(step));
            Divergence.Check(_losses, _file);
            done(step + 1, _losses[^1]);
            if (_me.Rank == 0 && ((step + 1) % _plan.SaveEvery == 0 || step + 1 == _plan.Last))
            {
                _file.Save((step + 1) / DigitsPlan.PerEpoch, step + 1, ("losses", _losses), ("digits", [_digits.Count]));
                saved(step + 1);
            }
        }

        Meet();   // no rank leaves before the last checkpoint is written
    }

    /// <summary>Percent of the test digits.</summary>
    public double Accuracy(Digits test)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (x, y) = OnDevice(test);
        return 100.0 * (_net.call(x).argmax(1) == y).sum().item<long>() / test.Count;
    }

    public void Dispose()
    {
        _net.Dispose();
        _optimizer.Dispose();
    }

    private double Step(int step)
    {
        using var scope = NewDisposeScope();
        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = DigitsPlan.Rate(step);
        }

        var batch = Batch(step);
        var part = batch[(batch.Length * _me.Rank / _me.Size)..(batch.Length * (_me.Rank + 1) / _me.Size)];
        var (x, y) = OnDevice(_digits.At(part));
        var loss = nn.functional.cross_entropy(_net.call(x), y) * ((double)part.Length / batch.Length);   // the means add up to the mean
        _optimizer.zero_grad();
        loss.backward();
        var whole = Share(loss.item<float>());
        _optimizer.step();
        return whole;
    }

    // An epoch is shuffled once, and alike by all.
    private int[] Batch(int step)
    {
        var (epoch, place) = Math.DivRem(step, DigitsPlan.PerEpoch);
        if (_epoch.Number != epoch)
        {
            _epoch = (epoch, [.. Batches.Of(_digits.Count, DigitsPlan.BatchSize, DigitsPlan.Seed, epoch)]);
        }

        return _epoch.Batches[place];
    }

    // Slopes and loss travel together: one sum a step.
    private double Share(float loss)
    {
        float[] all = [.. _net.parameters().SelectMany(p => p.grad!.cpu().data<float>().ToArray()), loss];
        _me.Sum(all);
        var at = 0;
        using var quiet = no_grad();
        foreach (var p in _net.parameters())
        {
            var count = (int)p.numel();
            p.grad!.copy_(tensor(all[at..(at + count)], p.shape, device: Device.Best));
            at += count;
        }

        return all[^1];
    }

    private void Meet() => _me.Sum(new float[1]);

    private static (Tensor X, Tensor Y) OnDevice(Digits digits) => (
        tensor(digits.ToFloats(), [digits.Count, digits.Size], device: Device.Best).sub_(0.1307).div_(0.3081),
        tensor(digits.Labels.Select(label => (long)label).ToArray(), device: Device.Best));
}
