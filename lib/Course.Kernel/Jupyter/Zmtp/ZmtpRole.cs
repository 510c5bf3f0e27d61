namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>What a listening socket is, and who may connect to it.</summary>
/// <param name="SocketType">As the READY command says it.</param>
/// <param name="PeerTypes">The types that may connect.</param>
internal sealed record ZmtpRole(string SocketType, IReadOnlyList<string> PeerTypes)
{
    public static ZmtpRole Router { get; } = new("ROUTER", ["REQ", "DEALER", "ROUTER"]);

    public static ZmtpRole Publisher { get; } = new("PUB", ["SUB", "XSUB"]);

    public static ZmtpRole Reply { get; } = new("REP", ["REQ", "DEALER"]);
}
