namespace TorchSharp.Modules;

/// <summary>Reads what <see cref="OptimizerWriter"/> or TorchSharp wrote.</summary>
internal sealed class OptimizerReader(BinaryReader reader) : ISettings, IMemory
{
    public void Number(string name, ref double? value, double below) => value = reader.ReadDouble();

    public void Free(ref double? value) => value = reader.ReadDouble();

    public void Flag(ref bool? value) => value = reader.ReadBoolean();

    public void Count(ref long value) => value = reader.ReadInt64();

    public void Number(ref double value) => value = reader.ReadDouble();

    public void Keep(torch.Tensor value) => value.Load(reader);

    public void Optional(ref torch.Tensor? value)
    {
        if (reader.ReadBoolean())
        {
            value = TensorExtensionMethods.Load(reader).DetachFromDisposeScope();
        }
    }
}
