namespace TorchSharp.Modules;

/// <summary>What is done with each thing that an optimiser remembers of a parameter.</summary>
internal interface IMemory
{
    void Count(ref long value);

    void Number(ref double value);

    /// <summary>A tensor that is always there.</summary>
    void Keep(torch.Tensor value);

    /// <summary>A tensor that some settings need.</summary>
    void Optional(ref torch.Tensor? value);
}
