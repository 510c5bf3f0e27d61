// Throws what the tasks threw. // expect: throw `ring.Lost`
void RunAll(int workers, Ring ring, Action<int> work)
{
    void Guarded(int rank)
    {
        try { work(rank); }
        catch (Exception trouble) { ring.Break(rank, trouble); throw; }
    }
    Task.WaitAll(Enumerable.Range(0, workers).Select(rank => Start(() => Guarded(rank))).ToArray());
}
