using System.Globalization;
using System.Text;

namespace Course.Kernel.Display;

/// <summary>Stands in for <see cref="Console.Out"/> and <see cref="Console.Error"/>: text goes to the cell that wrote it.</summary>
internal sealed class CellWriter : TextWriter
{
    private readonly StreamName _stream;
    private readonly TextWriter _outside;

    public CellWriter(StreamName stream, TextWriter outside)
        : base(CultureInfo.InvariantCulture)
    {
        _stream = stream;
        _outside = outside;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (CellContext.Current is { } session)
        {
            session.Write(_stream, value ?? "");
        }
        else
        {
            _outside.Write(value);
        }
    }

    // A line is written in one piece: threads that write at once do not mix inside it.
    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));

    public override void WriteLine(object? value) => WriteLine(Text(value));

    public override void WriteLine(bool value) => WriteLine(Text(value));

    public override void WriteLine(char value) => WriteLine(Text(value));

    public override void WriteLine(int value) => WriteLine(Text(value));

    public override void WriteLine(uint value) => WriteLine(Text(value));

    public override void WriteLine(long value) => WriteLine(Text(value));

    public override void WriteLine(ulong value) => WriteLine(Text(value));

    public override void WriteLine(float value) => WriteLine(Text(value));

    public override void WriteLine(double value) => WriteLine(Text(value));

    public override void WriteLine(decimal value) => WriteLine(Text(value));

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
