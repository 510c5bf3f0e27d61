namespace Course;

/// <summary>Reading a gradient check: which layer has the mistake.</summary>
internal sealed class Exercise04_3 : Exercise<Func<int[]>>
{
    private static readonly (string Name, int Layer, string Cause)[] Patients =
    [
        ("A", 2, "Blame travels from layer 4 to layer 1. Of the layers that are wrong, only the one nearest the output is at fault; the others inherit."),
        ("B", 3, "If W of a layer is wrong while the layers before it are right, the blame that it passes on is right too: the mistake stays in that layer."),
        ("C", 1, "Look at both columns: a layer can have right slopes for W and wrong ones for B."),
    ];

    public override string Title => "three patients";

    public override IReadOnlyList<string> Hints =>
    [
        "Run `Examine(Patient.B)` and `Examine(Patient.C)` in a cell of your own.",
        "Errors below 1e-6 are rounding. Find the wrong layer nearest the output: those before it may only have inherited its blame.",
        "A: layers 3 and 4 are right, layers 1 and 2 are wrong. So the mistake came in at layer 2.",
    ];

    protected override void Examine(Func<int[]> wrongLayers, Exam exam)
    {
        exam.That(
            "three numbers, one for each patient",
            () => wrongLayers(),
            layers => layers is { Length: 3 } && layers.All(layer => layer is >= 1 and <= 4),
            "three layer numbers, each from 1 to 4");
        for (var i = 0; i < Patients.Length; i++)
        {
            var (name, layer, cause) = Patients[i];
            var index = i;
            exam.That(
                $"patient {name}", () => wrongLayers()[index], said => said == layer, "the layer that the mistake is in", _ => cause);
        }
    }
}
