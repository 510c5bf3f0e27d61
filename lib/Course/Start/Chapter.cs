namespace Course;

/// <summary>A notebook's place in the course.</summary>
/// <param name="Id">Two digits, as in the file's name.</param>
/// <param name="Title">Without the number.</param>
/// <param name="Part">The part it belongs to; empty for 00.</param>
internal sealed record Chapter(string Id, string Title, string Part)
{
    private const string Neuron = "I · One neuron to autograd";
    private const string Networks = "II · Training real networks";
    private const string Language = "III · Language, insight, shipping";

    /// <summary>All notebooks, in reading order.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("00", "Start here", ""),
        new("01", "A neuron and the mean squared error", Neuron),
        new("02", "Activations and cross-entropy", Neuron),
        new("03", "Gradient descent, momentum, Adam", Neuron),
        new("04", "Backprop by hand", Neuron),
        new("05", "Autograd from scratch", Neuron),
        new("06", "Tensors", Neuron),
        new("07", "Initialisation", Networks),
        new("08", "MNIST with an MLP", Networks),
        new("09", "MNIST with a CNN", Networks),
        new("10", "Images from folders, shortcuts and transfer", Networks),
        new("11", "Regularisation", Networks),
        new("12", "Training at scale", Networks),
        new("13", "Evaluation", Networks),
        new("14", "Text and embeddings", Language),
        new("15", "Self-attention", Language),
        new("16", "A mini-transformer", Language),
        new("17", "Looking inside", Language),
        new("18", "Make it small", Language),
        new("19", "Save, export, ship", Language),
    ];

    /// <summary>Whether it is the first of its part.</summary>
    public bool OpensPart => All.First(chapter => chapter.Part == Part) == this;

    /// <summary>The notebook of that id, or null.</summary>
    public static Chapter? Find(string id) => All.FirstOrDefault(chapter => chapter.Id == id);
}
