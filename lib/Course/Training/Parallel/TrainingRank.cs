using System.Text.Json;

namespace Course;

/// <summary>One of the processes of <c>course train 12</c>. The command finds it by name, since it refers to no library.</summary>
internal static class TrainingRank
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Trains as a rank of all that mpirun started.</summary>
    /// <param name="plan">A <see cref="DigitsPlan"/> as JSON.</param>
    /// <param name="say">Takes what rank 0 has to say, a JSON object each: start, step, saved, end.</param>
    public static void Run(string plan, Action<string> say)
    {
        var mpi = Mpi.Join();
        Train(new MpiEnd(mpi), JsonSerializer.Deserialize<DigitsPlan>(plan, Format)!, say);
        mpi.Leave();
    }

    /// <summary>The same with any end of a group.</summary>
    internal static void Train(IAllReduce me, DigitsPlan plan, Action<string> say)
    {
        var mnist = LoadInTurn(me);
        using var run = new DigitsRun(me, plan, mnist);
        var processes = Processes(me);
        var from = run.Resume();
        Tell(new { what = "start", processes, from, steps = plan.Last });
        run.Go((step, loss) => Tell(new { what = "step", step, loss }), step => Tell(new { what = "saved", step }));
        if (me.Rank == 0)
        {
            Tell(new { what = "end", accuracy = run.Accuracy(mnist.Test), losses = run.Losses, checkpoint = plan.PathFor() });
        }

        void Tell(object what)
        {
            if (me.Rank == 0)
            {
                say(JsonSerializer.Serialize(what, Format));
            }
        }
    }

    // Where the data have to be fetched, one rank fetches them.
    private static Mnist LoadInTurn(IAllReduce me)
    {
        var mine = me.Rank == 0 ? Data.Mnist() : null;
        me.Sum(new float[1]);
        return mine ?? Data.Mnist();
    }

    // Numbers of processes are below 2²², so a float holds them; everybody else adds 0.
    private static int[] Processes(IAllReduce me)
    {
        var numbers = new float[me.Size];
        numbers[me.Rank] = Environment.ProcessId;
        me.Sum(numbers);
        return [.. numbers.Select(number => (int)number)];
    }
}
