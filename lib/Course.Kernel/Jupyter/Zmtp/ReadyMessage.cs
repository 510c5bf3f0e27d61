namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>A message whose frames are there already.</summary>
internal sealed record ReadyMessage(IReadOnlyList<byte[]> Content) : IOutgoing
{
    public long Size { get; } = Content.Sum(frame => frame.LongLength + 9);

    public IReadOnlyList<byte[]> Frames() => Content;
}
