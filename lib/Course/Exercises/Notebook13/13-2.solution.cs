double Auc(double[] scores, bool[] truth)
{
    double below = 0, points = 0;   // others with a lower score; pairs in order so far
    foreach (var tied in scores.Zip(truth).GroupBy(p => p.First).OrderBy(g => g.Key))
    {
        int yes = tied.Count(p => p.Second), no = tied.Count() - yes;
        points += yes * (below + no / 2.0);
        below += no;
    }
    return points / (below * truth.Count(t => t));
}
