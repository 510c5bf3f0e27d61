namespace TorchSharp.Modules;

/// <summary>Settings of a parameter group; null means the optimiser's default.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    /// <summary>In TorchSharp's byte format.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? 0);
        Each(new OptimizerWriter(writer));
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Each(new OptimizerReader(reader));
    }

    /// <summary>Names an optimiser's own settings, in the order of the file: what fills them in, checks, writes and reads them goes through here.</summary>
    internal virtual void Each(ISettings settings)
    {
    }

    /// <exception cref="ArgumentException">A setting that no run can mean: a rate below 0, a share outside [0, 1).</exception>
    internal void Check(string optimizer)
    {
        var check = new SettingsCheck(optimizer);
        var rate = LearningRate;
        check.Number("learning rate", ref rate);
        Each(check);
    }
}
