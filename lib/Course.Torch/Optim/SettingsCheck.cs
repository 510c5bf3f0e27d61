namespace TorchSharp.Modules;

/// <summary>Refuses settings that no run can mean.</summary>
internal sealed class SettingsCheck(string optimizer) : ISettings
{
    public void Number(string name, ref double? value, double below = double.PositiveInfinity)
    {
        if (value is { } given && !(given >= 0 && given < below))
        {
            throw new ArgumentException($"{optimizer}: {name} {given}; it must be at least 0{(double.IsInfinity(below) ? " and finite" : $" and below {below}")}");
        }
    }

    public void Free(ref double? value)
    {
    }

    public void Flag(ref bool? value)
    {
    }
}
