// Names the wrong worker. // expect: give `ring.Break` the rank of the worker
void RunAll(int workers, Ring ring, Action<int> work)
{
    void Guarded(int rank)
    {
        try { work(rank); }
        catch (Exception trouble) { ring.Break(0, trouble); }
    }
    Task.WaitAll(Enumerable.Range(0, workers).Select(rank => Start(() => Guarded(rank))).ToArray());
    if (ring.Lost is not null) throw ring.Lost;
}
