// Takes the macro mean for both. // expect: That is macro
(double[] macro, double[] micro) Averages(int[] said, int[] truth, int classes)
{
    var macro = ClassAverages.Macro(said, truth, classes);
    double[] three = [macro.Precision, macro.Recall, macro.F1];
    return (three, three);
}
