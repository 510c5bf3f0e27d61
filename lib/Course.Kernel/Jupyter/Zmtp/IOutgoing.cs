namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>A message that waits in a peer's queue.</summary>
internal interface IOutgoing
{
    /// <summary>Bytes it will take, about.</summary>
    long Size { get; }

    /// <summary>The frames; asked for once, when the message is written.</summary>
    IReadOnlyList<byte[]> Frames();

    /// <summary>This message and the one behind it as one; null where that would not be the same to the receiver.</summary>
    IOutgoing? JoinedWith(IOutgoing next) => null;
}
