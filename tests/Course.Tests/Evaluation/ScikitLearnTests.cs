namespace Course.Tests.Evaluation;

/// <summary>Our measures against scikit-learn's on the same answers, many of them tied; made by evaluation.py beside the numbers.</summary>
public sealed class ScikitLearnTests
{
    private const double Near = 1e-12;

    private static readonly double[][] Rows = ReferenceRows.Load("evaluation");
    private static readonly double[] Scores = Rows[0];
    private static readonly bool[] Truth = [.. Rows[1].Select(yes => yes == 1)];

    [Fact]
    public void Scores_OfTheReference_HaveTies() => Assert.True(Scores.Distinct().Count() < Scores.Length / 2);

    [Fact]
    public void At_Half_IsScikitLearns()
    {
        var counts = YesNo.At(Scores, Truth, 0.5);

        AssertNear(Rows[2], [counts.Precision, counts.Recall, counts.F1, counts.Accuracy]);
    }

    [Fact]
    public void Roc_OfTiedScores_IsScikitLearns()
    {
        var (falseAlarms, recall, thresholds) = Ranking.Roc(Scores, Truth);

        AssertNear(Rows[3], falseAlarms);
        AssertNear(Rows[4], recall);
        Assert.Equal(falseAlarms.Length, thresholds.Length);
    }

    [Fact]
    public void PrecisionRecall_OfTiedScores_IsScikitLearns()
    {
        var (recall, precision, thresholds) = Ranking.PrecisionRecall(Scores, Truth);

        AssertNear(Rows[5][..^(Rows[5].Length - recall.Length)], recall);
        AssertNear(Rows[6][..^(Rows[6].Length - precision.Length)], precision);
        Assert.Equal(Scores.Distinct().OrderDescending(), thresholds);
    }

    [Fact]
    public void Areas_OfTiedScores_AreScikitLearns() =>
        AssertNear(Rows[7], [Ranking.RocAuc(Scores, Truth), Ranking.AveragePrecision(Scores, Truth)]);

    [Fact]
    public void Bins_OfTen_AreScikitLearns()
    {
        var bins = Calibration.Bins([.. Scores.Select(score => score + 0.003)], Truth);   // as evaluation.py has them

        AssertNear(Rows[8], [.. bins.Select(bin => bin.Said)]);
        AssertNear(Rows[9], [.. bins.Select(bin => bin.Came)]);
    }

    [Fact]
    public void Averages_WithAClassThatIsNeverSaid_AreScikitLearns()
    {
        int[] said = [.. Rows[10].Select(c => (int)c)], truth = [.. Rows[11].Select(c => (int)c)];
        var (macro, micro) = (ClassAverages.Macro(said, truth, 4), ClassAverages.Micro(said, truth, 4));

        AssertNear(Rows[12], [macro.Precision, macro.Recall, macro.F1, micro.Precision, micro.Recall, micro.F1]);
    }

    private static void AssertNear(double[] wanted, double[] got)
    {
        Assert.Equal(wanted.Length, got.Length);
        Assert.All(wanted.Zip(got), pair => Assert.InRange(pair.Second, pair.First - Near, pair.First + Near));
    }
}
