// Tells nobody. // expect: call `ring.Break(rank, exception)`
void RunAll(int workers, Ring ring, Action<int> work)
{
    var tasks = Enumerable.Range(0, workers).Select(rank => Start(() => work(rank))).ToArray();
    Task.WaitAll(tasks);
}
