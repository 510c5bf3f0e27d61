namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a simple recurrent layer applies.</summary>
        public enum NonLinearities
        {
            ReLU = 0,
            Tanh = 1,
        }

        /// <summary>What a transformer's feed-forward part applies.</summary>
        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }
    }
}
