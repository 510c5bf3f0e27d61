using System.Buffers.Binary;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Reads the pickles in PyTorch's archives: data alone, nothing is ever called. Tuples become arrays, calls become <see cref="Call"/>,
/// names of Python's things <see cref="Name"/>.
/// </summary>
internal sealed class Pickle(byte[] bytes)
{
    private static readonly object Mark = new();

    private readonly List<object?> _stack = [];
    private readonly Dictionary<int, object?> _memo = [];
    private int _at;

    public static object? Read(byte[] bytes)
    {
        try
        {
            return new Pickle(bytes).Run();
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("the archive's pickle is damaged: " + error.Message, error);
        }
    }

    private object? Run()
    {
        while (true)
        {
            var code = (char)Byte();
            if (code == '.')
            {
                return Pop();
            }

            Step(code);
        }
    }

    private void Step(char code)
    {
        switch (code)
        {
            case '\x80': _at++; break; // the protocol
            case '(': _stack.Add(Mark); break;
            case 'N': _stack.Add(null); break;
            case '\x88': _stack.Add(true); break;
            case '\x89': _stack.Add(false); break;
            case 'K': _stack.Add((long)Byte()); break;
            case 'M': _stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case 'J': _stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;
            case '\x8a': _stack.Add(Long(Take(Byte()))); break;
            case 'G': _stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
            case 'X': _stack.Add(Encoding.UTF8.GetString(Take(BinaryPrimitives.ReadInt32LittleEndian(Take(4))))); break;
            case 'c': _stack.Add(new Name(Line() + "." + Line())); break;
            case 'q': _memo[Byte()] = _stack[^1]; break;
            case 'r': _memo[BinaryPrimitives.ReadInt32LittleEndian(Take(4))] = _stack[^1]; break;
            case 'h': _stack.Add(_memo[Byte()]); break;
            case 'j': _stack.Add(_memo[BinaryPrimitives.ReadInt32LittleEndian(Take(4))]); break;
            default: Gather(code); break;
        }
    }

    // What makes one thing of those on the stack.
    private void Gather(char code)
    {
        switch (code)
        {
            case ')': _stack.Add(Array.Empty<object?>()); break;
            case ']': _stack.Add(new List<object?>()); break;
            case '}': _stack.Add(new Dictionary<object, object?>()); break;
            case 't': _stack.Add(ToMark()); break;
            case '\x85': _stack.Add(new[] { Pop() }); break;
            case '\x86': _stack.Add(Last(2)); break;
            case '\x87': _stack.Add(Last(3)); break;
            case 'a': Append([Pop()]); break;
            case 'e': Append(ToMark()); break;
            case 's': Set(Last(2)); break;
            case 'u': Set(ToMark()); break;
            case 'Q': _stack.Add(new Stored((object?[])Pop()!)); break;
            case 'R' or '\x81': Reduce(); break;
            case 'b': Build(Pop()); break;
            default: throw new InvalidDataException($"the archive's pickle has an instruction {(int)code} that tensors do not need");
        }
    }

    private void Reduce()
    {
        var arguments = (object?[])Pop()!;
        var name = (Name)Pop()!;
        _stack.Add(name.Text == "collections.OrderedDict" ? new Dictionary<object, object?>() : new Call(name.Text, arguments));
    }

    // An object's fields; those of a dictionary say nothing that tensors need.
    private void Build(object? state)
    {
        if (_stack[^1] is Call made)
        {
            made.State = state;
        }
    }

    private void Append(object?[] items) => ((List<object?>)_stack[^1]!).AddRange(items);

    private void Set(object?[] pairs)
    {
        var target = (Dictionary<object, object?>)_stack[^1]!;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            target[pairs[i]!] = pairs[i + 1];
        }
    }

    private object? Pop() => Last(1)[0];

    private object?[] Last(int count)
    {
        var items = _stack[^count..].ToArray();
        _stack.RemoveRange(_stack.Count - count, count);
        return items;
    }

    private object?[] ToMark()
    {
        var items = Last(_stack.Count - 1 - _stack.LastIndexOf(Mark));
        _ = Pop();
        return items;
    }

    private byte Byte() => bytes[_at++];

    private ReadOnlySpan<byte> Take(int count)
    {
        var part = bytes.AsSpan(_at, count);
        _at += count;
        return part;
    }

    private string Line()
    {
        var end = Array.IndexOf(bytes, (byte)'\n', _at);
        var text = Encoding.ASCII.GetString(bytes, _at, end - _at);
        _at = end + 1;
        return text;
    }

    private static long Long(ReadOnlySpan<byte> littleEndian) => (long)new System.Numerics.BigInteger(littleEndian);

    /// <summary>The name of something in Python.</summary>
    public sealed record Name(string Text);

    /// <summary>Numbers that lie in another entry: ("storage", kind, key, device, count).</summary>
    public sealed record Stored(object?[] Parts);

    /// <summary>A call that Python would make, or an object that it would make.</summary>
    public sealed record Call(string Function, object?[] Arguments)
    {
        public object? State { get; set; }
    }
}
