using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Jupyter.Protocol;

/// <summary>Between messages and frames: identities, delimiter, signature, header, parent, metadata, content.</summary>
internal sealed class MessageCodec(byte[] key, string session, TimeProvider time)
{
    private const int RememberedSignatures = 10_000;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _seenInOrder = new();
    private long _count;

    /// <summary>Reads a message. What is not signed, malformed or seen before gives false and a reason.</summary>
    public bool TryRead(IReadOnlyList<byte[]> frames, [NotNullWhen(true)] out Request? request, out string fault)
    {
        request = null;
        var delimiter = -1;
        for (var i = 0; i < frames.Count && delimiter < 0; i++)
        {
            delimiter = frames[i].AsSpan().SequenceEqual(Delimiter) ? i : -1;
        }

        if (delimiter < 0 || frames.Count < delimiter + 6)
        {
            fault = "no delimiter or too few frames";
            return false;
        }

        if (!IsSigned(frames, delimiter + 1))
        {
            fault = "wrong or repeated signature";
            return false;
        }

        try
        {
            var type = Parse(frames[delimiter + 2])["msg_type"]?.GetValue<string>() ?? throw new JsonException("no msg_type");
            request = Read([.. frames.Take(delimiter)], type, frames, delimiter + 2);
            fault = "";
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or ArgumentException)
        {
            fault = malformed.Message;
            return false;
        }
    }

    // Who sent it is known by now, and waits for a reply, whatever the rest is like.
    private static Request Read(IReadOnlyList<byte[]> identities, string type, IReadOnlyList<byte[]> frames, int header)
    {
        try
        {
            _ = Parse(frames[header + 1]);
            return new Request(identities, type, frames[header], Parse(frames[header + 3])) { Metadata = Parse(frames[header + 2]) };
        }
        catch (JsonException malformed)
        {
            return new Request(identities, type, frames[header], []) { Fault = malformed.Message };
        }
    }

    /// <summary>Writes a message, ready for the wire.</summary>
    /// <param name="prefix">Identities, or the topic.</param>
    /// <param name="type">msg_type.</param>
    /// <param name="parent">The header of the request, verbatim; null: none.</param>
    /// <param name="content">The content.</param>
    public List<byte[]> Write(IReadOnlyList<byte[]> prefix, string type, byte[]? parent, JsonObject content)
    {
        var header = new JsonObject
        {
            ["msg_id"] = $"{session}_{Interlocked.Increment(ref _count)}",
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = "5.3",
        };
        byte[][] parts = [Bytes(header), parent ?? EmptyObject, EmptyObject, Bytes(content)];
        return [.. prefix, Delimiter, Sign(parts), .. parts];
    }

    private static JsonObject Parse(byte[] json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new JsonException("an object was expected");

    // Half a surrogate pair cannot be written as UTF-8; it is replaced, as everywhere.
    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Relaxed);

    private byte[] Sign(IReadOnlyList<byte[]> parts)
    {
        if (key.Length == 0)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private bool IsSigned(IReadOnlyList<byte[]> frames, int signature)
    {
        if (key.Length == 0)
        {
            return true;
        }

        var expected = Sign([.. frames.Skip(signature + 1).Take(4)]);
        return CryptographicOperations.FixedTimeEquals(expected, frames[signature]) && IsNew(Encoding.ASCII.GetString(expected));
    }

    private bool IsNew(string signature)
    {
        lock (_seen)
        {
            if (!_seen.Add(signature))
            {
                return false;
            }

            _seenInOrder.Enqueue(signature);
            if (_seenInOrder.Count > RememberedSignatures)
            {
                _seen.Remove(_seenInOrder.Dequeue());
            }

            return true;
        }
    }
}
