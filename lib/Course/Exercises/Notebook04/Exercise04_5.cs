namespace Course;

/// <summary>The mistakes of a published worked example.</summary>
internal sealed class Exercise04_5 : Exercise<Func<(double[][] W1, double Loss, double[][] DW1)>>
{
    private static readonly double[][] W1 = [[1, 0, 1], [1, 1, 0]];
    private static readonly double[][] DW1 = [[84, 168, 252], [28, 56, 84]];

    public override string Title => "mend a published example";

    public override IReadOnlyList<string> Hints =>
    [
        "Three inputs and two hidden neurons: W₁ has 2 rows of 3. The missing column is fixed by h = (4, 3): 1·1 + 0·2 + c·3 = 4.",
        "The network has one output, so the loss has one square. And 14² is not 68.",
        "∂L/∂W₁ is δ xᵀ: δ = (84, 28), one for each hidden neuron, times x = (1, 2, 3). Row 1 begins with 84, 168.",
    ];

    protected override void Examine(Func<(double[][] W1, double Loss, double[][] DW1)> mended, Exam exam)
    {
        exam.Equal(
            "W1, from its first two columns and from h = (4, 3)",
            () => mended().W1,
            W1,
            new Suspect((double[][])[[1, 0], [1, 1]], "A (2, 2) matrix cannot take the three inputs: W₁ needs a column for each of them."),
            new Suspect((double[][])[[1, 1], [0, 1], [1, 0]], "This is W₁ᵀ: one row for each hidden neuron, one column for each input."),
            new Suspect((double[][])[[1, 0, 0], [1, 1, 0]], "With a column of zeros h would be (1, 3); the example has h = (4, 3)."));
        exam.Equal(
            "the loss",
            () => mended().Loss,
            196,
            new Suspect(136.0, "136 is 10² + 6²; 15 − 1 is 14."),
            new Suspect(392.0, "The network has one output, so there is one miss: count it once."),
            new Suspect(98.0, "This example has no ½ in front of the square: ∂L/∂ŷ = 2·(15 − 1)."));
        exam.Equal(
            "dW1",
            () => mended().DW1,
            DW1,
            new Suspect((double[][])[[28, 56, 84], [28, 56, 84]], "W₂ is forgotten: the blame of the hidden neurons is 28 times (3, 1), so δ = (84, 28)."),
            new Suspect((double[])[84, 28], "That is the δ of the hidden neurons. Times xᵀ it has the shape of W₁."),
            new Suspect((double[][])[[84], [28]], "That is the δ of the hidden neurons. Times xᵀ it has the shape of W₁."),
            new Suspect((double[][])[[84, 28], [168, 56], [252, 84]], "This is x δᵀ; the slopes of W₁ have its shape, (2, 3): δ xᵀ."),
            new Suspect((double[][])[[42, 84, 126], [14, 28, 42]], "The 2 from the square is missing: ∂L/∂ŷ = 2·(15 − 1) = 28."));
    }
}
