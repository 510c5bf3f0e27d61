using System.Globalization;

namespace Course;

/// <summary>A layer as a line of text: <c>2 Conv2d in=1 out=16 kernel=5,5 bias=true</c>.</summary>
internal sealed class LayerText(string name, string kind, IReadOnlyDictionary<string, string> settings)
{
    public string Name => name;

    public string Kind => kind;

    public static LayerText Of(string name, string kind, IEnumerable<(string Name, object? Value)> settings) =>
        new(name, kind, settings.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Name, setting => Text(setting.Value!)));

    /// <exception cref="FormatException">Not such a line.</exception>
    public static LayerText Parse(string line)
    {
        var words = line.Split(' ');
        var settings = words.Skip(2).Select(word => word.Split('=')).ToArray();
        return words.Length >= 2 && settings.All(setting => setting.Length == 2) && settings.Select(setting => setting[0]).Distinct().Count() == settings.Length
            ? new(words[0], words[1], settings.ToDictionary(setting => setting[0], setting => setting[1]))
            : throw new FormatException($"\"{line}\" is no layer; wanted is a line such as \"0 Linear in=784 out=10 bias=true\"");
    }

    public override string ToString() => string.Join(' ', new[] { name, kind }.Concat(settings.Select(setting => $"{setting.Key}={setting.Value}")));

    public bool Has(string setting) => settings.ContainsKey(setting);

    public string Word(string setting) => settings.TryGetValue(setting, out var value)
        ? value
        : throw new FormatException($"layer \"{this}\" lacks the setting {setting}");

    public long Size(string setting) => long.Parse(Word(setting), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public double Number(string setting) => double.Parse(Word(setting), CultureInfo.InvariantCulture);

    public bool Flag(string setting) => bool.Parse(Word(setting));

    public long[] Sizes(string setting) =>
        [.. Word(setting).Split(',').Select(size => long.Parse(size, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];

    public (long, long) Pair(string setting) => Sizes(setting) is [var height, var width]
        ? (height, width)
        : throw new FormatException($"layer \"{this}\": {setting} has to be two numbers");

    private static string Text(object value) => value switch
    {
        long[] sizes => string.Join(',', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
