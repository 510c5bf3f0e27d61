using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Jupyter.Protocol;

/// <summary>What a client writes for the kernel that it starts: where to listen and the key of all signatures.</summary>
internal sealed record ConnectionFile(IPAddress Address, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HeartbeatPort, byte[] Key)
{
    /// <exception cref="InvalidDataException">The file is missing or no connection file; the message says what is wrong.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new InvalidDataException("it is empty");
            Require(json, "transport", "tcp");
            Require(json, "signature_scheme", "hmac-sha256");
            var ip = Text(json, "ip");
            return new ConnectionFile(
                IPAddress.TryParse(ip, out var address) ? address : Dns.GetHostAddresses(ip)[0],
                Port(json, "shell_port"),
                Port(json, "iopub_port"),
                Port(json, "stdin_port"),
                Port(json, "control_port"),
                Port(json, "hb_port"),
                Encoding.UTF8.GetBytes(Text(json, "key")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            throw new InvalidDataException($"{path} is no connection file: {fault.Message}", fault);
        }
    }

    private static string Text(JsonObject json, string name) =>
        (json[name] as JsonValue)?.TryGetValue<string>(out var text) == true ? text : throw new InvalidDataException($"'{name}' is missing or no text");

    private static int Port(JsonObject json, string name) =>
        (json[name] as JsonValue)?.TryGetValue<int>(out var port) == true && port is > 0 and <= 65535
            ? port
            : throw new InvalidDataException($"'{name}' is missing or no port");

    private static void Require(JsonObject json, string name, string value)
    {
        var given = Text(json, name);
        if (given != value)
        {
            throw new InvalidDataException($"'{name}' is '{given}', and this kernel knows only '{value}'");
        }
    }
}
