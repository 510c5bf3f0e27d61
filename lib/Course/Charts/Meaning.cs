namespace Course;

/// <summary>What a layer of a chart stands for. One meaning has one colour in every chart, on light and on dark paper: <see cref="Figure.As"/>.</summary>
public enum Meaning
{
    /// <summary>What was measured.</summary>
    Data,

    /// <summary>What a model says of it.</summary>
    Model,

    /// <summary>How far the model is from the data.</summary>
    Miss,

    /// <summary>On the examples that a network learns from.</summary>
    Train,

    /// <summary>The loss of single batches, paler than what is smoothed from it.</summary>
    Batch,

    /// <summary>On the examples by which choices are made.</summary>
    Validation,

    /// <summary>On examples that nothing was chosen by.</summary>
    Test,

    /// <summary>What to compare with: a guess, a limit, a theory, another engine. Dashed.</summary>
    Baseline,

    /// <summary>Descent without any aid (SGD).</summary>
    Plain,

    /// <summary>Descent with momentum.</summary>
    Momentum,

    /// <summary>Nesterov's momentum, which looks ahead.</summary>
    Nesterov,

    /// <summary>Adagrad.</summary>
    Adagrad,

    /// <summary>RMSprop.</summary>
    RmsProp,

    /// <summary>Adam.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,
}
