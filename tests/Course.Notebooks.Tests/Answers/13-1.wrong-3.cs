// Swaps what was said and what is true. // expect: Precision and recall are swapped
(double[] macro, double[] micro) Averages(int[] said, int[] truth, int classes)
{
    var macro = ClassAverages.Macro(truth, said, classes);
    var micro = ClassAverages.Micro(truth, said, classes);
    return ([macro.Precision, macro.Recall, macro.F1], [micro.Precision, micro.Recall, micro.F1]);
}
