// Ranks by place, so that equal scores get different ones. // expect: the mean rank of its group
double Auc(double[] scores, bool[] truth)
{
    var order = Enumerable.Range(0, scores.Length).OrderBy(i => scores[i]).ToArray();
    double sum = order.Select((i, rank) => truth[i] ? rank + 1.0 : 0).Sum();
    double yes = truth.Count(t => t), no = truth.Length - yes;
    return (sum - yes * (yes + 1) / 2) / (yes * no);
}
