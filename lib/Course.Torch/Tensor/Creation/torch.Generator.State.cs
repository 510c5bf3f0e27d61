using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>Where the generator stands, as bytes. Of Course.Torch's own format: not for exchange with PyTorch.</summary>
        public Tensor get_state()
        {
            var words = new List<uint>(_engine.State.ToArray()) { (uint)_engine.Position, _cachedNormal is null ? 0u : 1u };
            var bits = BitConverter.DoubleToUInt64Bits(_cachedNormal ?? 0);
            words.AddRange([(uint)bits, (uint)(bits >> 32), (uint)_seed, (uint)(_seed >> 32)]);
            return tensor(MemoryMarshal.AsBytes<uint>(words.ToArray()).ToArray());
        }

        public void set_state(Tensor value)
        {
            var words = MemoryMarshal.Cast<byte, uint>(value.data<byte>().ToArray());
            if (words.Length != 630)
            {
                throw new ArgumentException($"set_state: {words.Length * 4} bytes; a state from get_state() has {630 * 4}");
            }

            _engine.Restore(words[..624], (int)words[624]);
            _cachedNormal = words[625] == 0 ? null : BitConverter.UInt64BitsToDouble(words[626] | ((ulong)words[627] << 32));
            _seed = (long)(words[628] | ((ulong)words[629] << 32));
        }
    }

    public static partial class random
    {
        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    public static Tensor get_rng_state() => Generator.Default.get_state();

    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
}
