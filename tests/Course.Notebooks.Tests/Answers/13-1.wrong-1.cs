// F1 of the averaged precision and recall. // expect: not the mean of the F1
(double[] macro, double[] micro) Averages(int[] said, int[] truth, int classes)
{
    var macro = ClassAverages.Macro(said, truth, classes);
    var micro = ClassAverages.Micro(said, truth, classes);
    double sum = macro.Precision + macro.Recall;
    double f1 = sum == 0 ? 0 : 2 * macro.Precision * macro.Recall / sum;
    return ([macro.Precision, macro.Recall, f1], [micro.Precision, micro.Recall, micro.F1]);
}
