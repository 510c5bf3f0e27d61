namespace Course;

/// <summary>A colour, eight bits a channel.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Of the form #rrggbb.</summary>
    public static Rgb Parse(string hex)
    {
        var value = Convert.ToInt32(hex[1..], 16);
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Between two colours: <paramref name="from"/> at 0, <paramref name="to"/> at 1.</summary>
    public static Rgb Mix(Rgb from, Rgb to, double part)
    {
        byte Channel(byte a, byte b) => (byte)Math.Round(a + ((b - a) * part));
        return new Rgb(Channel(from.R, to.R), Channel(from.G, to.G), Channel(from.B, to.B));
    }

    /// <summary>Whether black text is readable on it.</summary>
    public bool IsLight => (0.299 * R) + (0.587 * G) + (0.114 * B) > 140;

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";
}
