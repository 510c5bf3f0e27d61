namespace Course;

/// <summary>A colour, eight bits a channel.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    // White turns into this much of each channel.
    private const double DarkPaper = 20.4;

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

    /// <summary>Light becomes dark and the hue stays: as much of each channel as turning the colour circle by half and inverting leaves, above dark paper.</summary>
    public Rgb Turned()
    {
        static byte Channel(double value) => (byte)Math.Round(DarkPaper + ((255 - DarkPaper) * (1 - Math.Clamp(value / 255, 0, 1))));
        return new Rgb(
            Channel((-0.574 * R) + (1.43 * G) + (0.144 * B)),
            Channel((0.426 * R) + (0.43 * G) + (0.144 * B)),
            Channel((0.426 * R) + (1.43 * G) - (0.856 * B)));
    }

    /// <summary>Whether black text is readable on it.</summary>
    public bool IsLight => (0.299 * R) + (0.587 * G) + (0.114 * B) > 140;

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";
}
