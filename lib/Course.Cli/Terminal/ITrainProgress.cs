namespace Course.Cli.Terminal;

/// <summary>Shows a training run of several ranks as one.</summary>
internal interface ITrainProgress
{
    /// <summary>All ranks are there.</summary>
    /// <param name="processes">Process number of each rank.</param>
    /// <param name="from">Steps that the checkpoint has already.</param>
    /// <param name="steps">Steps in all.</param>
    void Started(IReadOnlyList<int> processes, int from, int steps);

    /// <summary>A step is done.</summary>
    void Stepped(int step, double loss);

    /// <summary>The checkpoint has this step.</summary>
    void Saved(int step);

    /// <summary>The run is complete.</summary>
    void Ended(double accuracy, string checkpoint);
}
