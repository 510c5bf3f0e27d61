using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Display;

namespace Course.Kernel.Running;

/// <summary>The console text of one cell as nbformat stream outputs: the first 500,000 characters, a note of what was left out, the last 50,000.</summary>
internal sealed class TextLog
{
    private const int HeadLimit = 500_000;
    private const int TailLimit = 50_000;
    private readonly StringBuilder _tail = new();
    private StringBuilder? _current;
    private JsonObject? _node;
    private StreamName _stream;
    private int _headLength;
    private long _leftOut;

    /// <summary>Takes text; returns a new stream output to add to the cell, or null if the text went elsewhere.</summary>
    internal JsonObject? Append(StreamName stream, string text)
    {
        var room = Math.Min(text.Length, HeadLimit - _headLength);
        if (room < text.Length)
        {
            room -= room > 0 && char.IsHighSurrogate(text[room - 1]) ? 1 : 0;
            _headLength = HeadLimit;
            KeepTail(text.AsSpan(room));
        }
        else
        {
            _headLength += room;
        }

        return room == 0 ? null : AppendHead(stream, text[..room]);
    }

    /// <summary>Another output came: text after it starts a new stream output.</summary>
    internal void Break()
    {
        WriteBack();
        _node = null;
    }

    /// <summary>The last stream output, if some text was held back.</summary>
    internal JsonObject? Finish()
    {
        Break();
        if (_tail.Length == 0)
        {
            return null;
        }

        TrimTail(TailLimit);

        var note = _leftOut == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n[… {_leftOut:N0} characters left out …]\n");
        return Node(StreamName.Output, note + _tail);
    }

    private JsonObject? AppendHead(StreamName stream, string text)
    {
        if (_node is not null && stream == _stream)
        {
            _current!.Append(text);
            return null;
        }

        Break();
        _stream = stream;
        _current = new StringBuilder(text);
        return _node = Node(stream, text);
    }

    private void KeepTail(ReadOnlySpan<char> text)
    {
        _tail.Append(text);
        if (_tail.Length > 2 * TailLimit)
        {
            TrimTail(TailLimit); // seldom, so that each character is moved about once
        }
    }

    private void TrimTail(int length)
    {
        var excess = Math.Max(0, _tail.Length - length);
        excess += excess > 0 && char.IsLowSurrogate(_tail[excess]) ? 1 : 0;
        _tail.Remove(0, excess);
        _leftOut += excess;
    }

    // Once per output rather than once per write, which would be quadratic.
    private void WriteBack()
    {
        if (_node is not null)
        {
            _node["text"] = _current!.ToString();
        }
    }

    private static JsonObject Node(StreamName stream, string text) => new()
    {
        ["output_type"] = "stream",
        ["name"] = stream == StreamName.Output ? "stdout" : "stderr",
        ["text"] = text,
    };
}
