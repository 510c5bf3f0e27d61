namespace TorchSharp.Modules;

/// <summary>What is done with each setting of an optimiser.</summary>
internal interface ISettings
{
    /// <summary>A number from 0 up to a limit.</summary>
    void Number(string name, ref double? value, double below = double.PositiveInfinity);

    /// <summary>Any number.</summary>
    void Free(ref double? value);

    void Flag(ref bool? value);
}
