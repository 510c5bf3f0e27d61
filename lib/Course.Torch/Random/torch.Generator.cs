using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers: the same seed gives the numbers that PyTorch gives on the CPU.</summary>
    public partial class Generator : IDisposable
    {
        private Mt19937 _engine;
        private long _seed;
        private double? _cachedNormal;

        public Generator(ulong seed = 0, Device? device = null)
        {
            Device.CheckUsable(device);
            _seed = (long)seed;
            _engine = new Mt19937(seed);
        }

        /// <summary>What is drawn from where no generator is given. Starts at PyTorch's default seed.</summary>
        public static Generator Default { get; } = new(67280421310721);

        public nint Handle => GetHashCode();

        public Device device => CPU;

        public Generator manual_seed(long seed)
        {
            _seed = seed;
            _engine = new Mt19937((ulong)seed);
            _cachedNormal = null;
            return this;
        }

        /// <summary>Seeds from the system's entropy and tells the seed.</summary>
        public long seed()
        {
            Span<byte> bytes = stackalloc byte[8];
            System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
            manual_seed(MemoryMarshal.Read<long>(bytes) & long.MaxValue);
            return _seed;
        }

        public long initial_seed() => _seed;

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
        }

        internal uint Next32() => _engine.Next();

        internal ulong Next64() => ((ulong)_engine.Next() << 32) | _engine.Next();

        /// <summary>24 bits of the way from 0 to 1.</summary>
        internal float NextSingle() => (_engine.Next() & 0xFFFFFF) * (1f / (1 << 24));

        /// <summary>53 bits of the way from 0 to 1.</summary>
        internal double NextDouble() => (Next64() & ((1UL << 53) - 1)) * (1.0 / (1UL << 53));

        /// <summary>One normal number by Box and Muller; the second of each pair waits for the next call.</summary>
        internal double NextNormal()
        {
            if (_cachedNormal is { } cached)
            {
                _cachedNormal = null;
                return cached;
            }

            var u1 = NextDouble();
            var u2 = NextDouble();
            var radius = Math.Sqrt(-2 * double.LogP1(-u2));
            var (sin, cos) = Math.SinCos(2 * Math.PI * u1);
            _cachedNormal = radius * sin;
            return radius * cos;
        }
    }

    /// <summary>The default generator by another name.</summary>
    public static partial class random
    {
        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);
    }

    public static long seed() => Generator.Default.seed();

    /// <summary>Starts the default generator anew, and returns it.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();
}
