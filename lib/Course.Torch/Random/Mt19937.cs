namespace TorchSharp;

/// <summary>The Mersenne twister behind PyTorch's CPU generator.</summary>
/// <remarks>Source: Matsumoto and Nishimura 1998.</remarks>
internal sealed class Mt19937
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next;

    public Mt19937(ulong seed)
    {
        _state[0] = (uint)seed;
        for (var i = 1; i < Size; i++)
        {
            var last = _state[i - 1];
            _state[i] = (1812433253u * (last ^ (last >> 30))) + (uint)i;
        }

        _next = Size;
    }

    public ReadOnlySpan<uint> State => _state;

    public int Position => _next;

    public void Restore(ReadOnlySpan<uint> state, int position)
    {
        state.CopyTo(_state);
        _next = position;
    }

    public uint Next()
    {
        if (_next == Size)
        {
            Twist();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var mixed = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
            _state[i] = _state[(i + Shift) % Size] ^ (mixed >> 1) ^ ((mixed & 1) != 0 ? 0x9908b0df : 0);
        }

        _next = 0;
    }
}
