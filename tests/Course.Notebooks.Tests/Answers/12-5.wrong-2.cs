// One after the other. // expect: start all workers before you wait
void RunAll(int workers, Ring ring, Action<int> work)
{
    for (int rank = 0; rank < workers; rank++)
    {
        try { work(rank); }
        catch (Exception trouble) { ring.Break(rank, trouble); }
    }
    if (ring.Lost is not null) throw ring.Lost;
}
