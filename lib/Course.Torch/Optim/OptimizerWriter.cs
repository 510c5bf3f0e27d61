namespace TorchSharp.Modules;

/// <summary>Writes settings and state in TorchSharp's byte format.</summary>
internal sealed class OptimizerWriter(BinaryWriter writer) : ISettings, IMemory
{
    public void Number(string name, ref double? value, double below) => writer.Write(value ?? 0);

    public void Free(ref double? value) => writer.Write(value ?? 0);

    public void Flag(ref bool? value) => writer.Write(value ?? false);

    public void Count(ref long value) => writer.Write(value);

    public void Number(ref double value) => writer.Write(value);

    public void Keep(torch.Tensor value) => value.Save(writer);

    public void Optional(ref torch.Tensor? value)
    {
        writer.Write(value is not null);
        value?.Save(writer);
    }
}
