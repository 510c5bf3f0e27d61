namespace TorchSharp.Modules;

/// <summary>Settings of a parameter group; null means the optimiser's default.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    /// <summary>Settings that must be at least 0, each with what it must stay below.</summary>
    internal virtual IEnumerable<(string Name, double? Value, double Below)> Bounds() => [];

    /// <summary>In TorchSharp's byte format.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? 0);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }
}
