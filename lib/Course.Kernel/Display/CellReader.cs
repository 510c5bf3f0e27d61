namespace Course.Kernel.Display;

/// <summary>Stands in for <see cref="Console.In"/>: each line is asked of the host.</summary>
internal sealed class CellReader : TextReader
{
    private string _rest = "";
    private bool _ended;

    public override string? ReadLine()
    {
        if (_rest.Length > 0)
        {
            var line = _rest.TrimEnd('\n');
            _rest = "";
            return line;
        }

        return Ask();
    }

    public override int Peek() => Fill() ? _rest[0] : -1;

    public override int Read()
    {
        if (!Fill())
        {
            return -1;
        }

        var next = _rest[0];
        _rest = _rest[1..];
        return next;
    }

    private bool Fill()
    {
        if (_rest.Length == 0 && !_ended)
        {
            var line = Ask();
            _ended = line is null;
            _rest = line is null ? "" : line + "\n";
        }

        var filled = _rest.Length > 0;
        _ended = _ended && filled; // the end of input is told once; the next read asks again
        return filled;
    }

    private static string? Ask() =>
        CellContext.Current is { } session ? session.Ask("", isPassword: false) : null;
}
