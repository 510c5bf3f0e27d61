using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Course.Kernel.Session;

/// <summary>Stands in for <see cref="Console.Out"/> and <see cref="Console.Error"/>: text goes to the cell that wrote it.</summary>
[SuppressMessage("Globalization", "CA1305", Justification = "The base class formats; the process culture is invariant.")]
internal sealed class CellWriter : TextWriter
{
    private readonly StreamName _stream;
    private readonly TextWriter _outside;

    public CellWriter(StreamName stream, TextWriter outside)
    {
        _stream = stream;
        _outside = outside;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CellContext.Current is { } session)
        {
            session.Output.Write(_stream, buffer);
        }
        else
        {
            _outside.Write(buffer);
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));
}
