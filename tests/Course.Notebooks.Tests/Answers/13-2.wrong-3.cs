// Counts the pairs that are out of order. // expect: The order is turned round
double Auc(double[] scores, bool[] truth) => 1 - Ranking.RocAuc(scores, truth);
