using TorchSharp;
using TorchSharp.Modules;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course;

using TogetherAnswer = Action<int, Ring, Action<int>>;

/// <summary>Workers that all end when one dies, and say which.</summary>
internal sealed class Exercise12_5 : Exercise<TogetherAnswer>
{
    private const int Rounds = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public override string Title => "when a worker dies";

    public override IReadOnlyList<string> Hints =>
    [
        "Start one worker for each rank, all before you wait for any. Whoever catches an exception has to tell the ring, or the others wait for nothing.",
        "Inside the worker: `try { work(rank); } catch (Exception trouble) { ring.Break(rank, trouble); }`. Outside: wait for all, then look at `ring.Lost`.",
        "`var tasks = Enumerable.Range(0, workers).Select(rank => Start(() => { try { work(rank); } catch (Exception trouble) { ring.Break(rank, trouble); } })).ToArray(); Task.WaitAll(tasks); if (ring.Lost is not null) throw ring.Lost;`",
    ];

    public override IReadOnlyList<int> Changes => [1];

    protected override void Examine(TogetherAnswer together, Exam exam)
    {
        foreach (var (workers, dying) in (ReadOnlySpan<(int, int?)>)[(2, null), (2, 1), (4, 0), (3, 2), (1, 0)])
        {
            var name = dying is null ? Invariant($"{workers} workers, none dies") : Invariant($"worker {dying} of {workers} dies in round 3");
            exam.That(
                name,
                () => Attempt.Of(together, workers, dying),
                attempt => attempt.Cause is null,
                dying is null ? "all at work at the same time, and all waited for" : Invariant($"all ended, and a WorkerLostException that names worker {dying}"),
                attempt => attempt.Cause);
        }

        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            exam.Equal("training: weights after a death and a second start from the checkpoint", () => Trained(together, dies: true), Trained(Undisturbed, dies: false));
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Undisturbed(int workers, Ring ring, Action<int> work) => Task.WaitAll([.. Enumerable.Range(0, workers).Select(rank =>
        Task.Factory.StartNew(() => work(rank), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);

    // Two workers train; worker 1 dies in its fourth step, and what worker 0 saved last is where all begin again.
    private static float[] Trained(TogetherAnswer together, bool dies)
    {
        var folder = Directory.CreateTempSubdirectory("course-12-5-").FullName;
        try
        {
            var path = Path.Combine(folder, "run.checkpoint");
            if (dies)
            {
                using var broken = new Pair(path, dyingStep: 4);
                try
                {
                    together(2, broken.Ring, broken.Work);
                }
                catch (WorkerLostException)
                {
                    // As it should be; the first cases have asked for it.
                }
            }

            using var whole = new Pair(path);
            together(2, whole.Ring, whole.Work);
            return whole.Weights;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One call of the answer, with workers that only add up numbers.</summary>
    private sealed record Attempt(string Text, string? Cause)
    {
        public static Attempt Of(TogetherAnswer together, int workers, int? dying)
        {
            var ring = new Ring(workers, Patience);
            var (ended, done, waited) = (0, new int[workers], 0);
            Exception? thrown = null;
            try
            {
                together(workers, ring, rank =>
                {
                    try
                    {
                        for (var round = 0; round < Rounds; round++)
                        {
                            if (rank == dying && round == 3)
                            {
                                throw new IOException("the cable was pulled");
                            }

                            ring[rank].Sum([1f, 2f, 3f, 4f]);
                            Interlocked.Increment(ref done[rank]);
                        }
                    }
                    catch (TimeoutException)
                    {
                        Interlocked.Increment(ref waited);
                        throw;
                    }
                    finally
                    {
                        Interlocked.Increment(ref ended);
                    }
                });
            }
            catch (Exception e) when (e is WorkerLostException or AggregateException or IOException or TimeoutException)
            {
                thrown = e;   // anything else is the learner's own slip, and their line is named
            }

            var text = thrown is null ? "it returned" : $"{thrown.GetType().Name}: {thrown.Message}";
            var still = workers - Volatile.Read(ref ended);
            return new(text, Judge(still, Volatile.Read(ref waited), done, dying, thrown));
        }

        public override string ToString() => Text;

        private static string? Judge(int still, int waited, int[] done, int? dying, Exception? thrown) =>
            waited > 0 && done.All(rounds => rounds == 0) ? "Nobody got past the first sum: start all workers before you wait for one, each on a thread of its own (`Start`)."
            : waited > 0 ? "Others waited for a worker that was gone: whoever catches its exception has to call `ring.Break(rank, exception)`."
            : still > 0 ? Invariant($"It came back while {still} had not ended (or were never started): wait for all of them.")
            : dying is null ? (thrown is not null ? "Nobody died, and yet it threw." : done.Any(rounds => rounds != Rounds) ? "Each rank from 0 on has to work once." : null)
            : thrown switch
            {
                null => "A worker died and nobody was told: throw `ring.Lost` once all have ended.",
                WorkerLostException lost when lost.Rank != dying => Invariant($"Worker {dying} died, and worker {lost.Rank} is named: give `ring.Break` the rank of the worker that caught the exception."),
                WorkerLostException { InnerException: not IOException } => "Hand the worker's own exception to `ring.Break`: it says what happened.",
                WorkerLostException => null,
                AggregateException => "An AggregateException wraps all that the workers threw, and names no rank: throw `ring.Lost`.",
                _ => "That names no worker: throw `ring.Lost`, which does.",
            };
    }

    /// <summary>Two small networks that train side by side; the first writes the checkpoint.</summary>
    private sealed class Pair : IDisposable
    {
        private const int Steps = 8;
        private readonly Sequential[] _nets;
        private readonly SGD[] _optimizers;
        private readonly Checkpoint[] _files;
        private readonly int _dyingStep;
        private readonly int _from;
        private readonly Tensor _x;
        private readonly Tensor _y;

        public Pair(string path, int dyingStep = 0)
        {
            _dyingStep = dyingStep;
            manual_seed(5);
            (_x, _y) = (randn(16, 6), randint(0, 3, 16));
            _nets = [Net(), Net()];
            _optimizers = [.. _nets.Select(net => optim.SGD(net.parameters(), 0.1, momentum: 0.9))];
            _files = [.. _nets.Zip(_optimizers, (net, optimizer) => Checkpoint.At(path, net, optimizer))];
            foreach (var file in _files)
            {
                file.TryResume(out var state);
                _from = (int)state.Step;
            }
        }

        public Ring Ring { get; } = new(2, Patience);

        public float[] Weights => [.. _nets[0].parameters().SelectMany(p => p.detach().data<float>().ToArray())];

        public void Work(int rank)
        {
            for (var step = _from + 1; step <= Steps; step++)
            {
                if (rank == 1 && step == _dyingStep)
                {
                    throw new IOException("the power went out");
                }

                Step(rank);
                if (rank == 0)
                {
                    _files[0].Save(0, step);
                }
            }
        }

        public void Dispose()
        {
            Array.ForEach(_nets, net => net.Dispose());
            Array.ForEach(_optimizers, optimizer => optimizer.Dispose());
            _x.Dispose();
            _y.Dispose();
        }

        private static Sequential Net()
        {
            manual_seed(6);
            return nn.Sequential(nn.Linear(6, 5), nn.Tanh(), nn.Linear(5, 3));
        }

        private void Step(int rank)
        {
            using var scope = NewDisposeScope();
            var rows = (8 * rank)..(8 * (rank + 1));
            _optimizers[rank].zero_grad();
            (nn.functional.cross_entropy(_nets[rank].call(_x[rows]), _y[rows]) / 2).backward();
            using var quiet = no_grad();
            foreach (var p in _nets[rank].parameters())
            {
                var slopes = p.grad!.data<float>().ToArray();
                Ring[rank].Sum(slopes);
                p.grad!.copy_(tensor(slopes, p.shape));
            }

            _optimizers[rank].step();
        }
    }
}
