// Only pairs that are strictly in order. // expect: a tie is worth a half
double Auc(double[] scores, bool[] truth)
{
    var yes = scores.Where((_, i) => truth[i]).ToArray();
    var no = scores.Where((_, i) => !truth[i]).ToArray();
    return yes.Sum(y => (double)no.Count(n => y > n)) / ((double)yes.Length * no.Length);
}
