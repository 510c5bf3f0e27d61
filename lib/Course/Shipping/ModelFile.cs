using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course;

/// <summary>A trained network as one file that says what it is: layers, weights, contract, card, and a hash over all of it.</summary>
/// <remarks>The file is safetensors, which other libraries read; what is ours stands as text under <c>__metadata__</c>.
/// Nothing in it is code, so that loading a file runs nothing. The hash finds damage, not malice: whoever changes a file can change its hash.</remarks>
public static class ModelFile
{
    /// <summary>What stands under <c>format</c>.</summary>
    public const string Format = "course-model/1";

    private const int HashLetters = 2 * SHA256.HashSizeInBytes;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static string NoHash => new('0', HashLetters);

    private static ReadOnlySpan<byte> BeforeHash => "\"sha256\":\""u8;

    /// <summary>Writes the file; whole, or not at all.</summary>
    /// <param name="path">By custom it ends in <c>.safetensors</c>. A file that stands there is replaced.</param>
    /// <param name="model">Of layers such as Linear, Conv2d, ReLU; float32.</param>
    /// <param name="contract">What goes in and what comes out; the model is asked once whether that is true.</param>
    /// <param name="card">The model card, in Markdown.</param>
    /// <exception cref="ModelFileException">A layer that cannot be written, or a model that does not keep the contract.</exception>
    public static void Save(string path, Sequential model, ModelContract contract, string card = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(card);
        var content = Content(model, contract, card, Described(path, model));
        using var readable = Parse(content, NameOf(path));   // what is written can be read
        AtomicFile.Write(path, file => file.Write(content));
    }

    /// <summary>Reads the file, checks it, and only then builds the network.</summary>
    /// <exception cref="ModelFileException">No such file, not a model, cut off, damaged, a layer that is not known, or shapes that do not fit.</exception>
    public static SavedModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
        {
            throw new ModelFileException($"{NameOf(path)} is not there; ModelFile.Save writes such a file.");
        }

        try
        {
            return Parse(File.ReadAllBytes(path), NameOf(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{NameOf(path)} cannot be read: {error.Message}", error);
        }
    }

    // Messages end up in notebooks and in answers over the network: they name the file, not the folder.
    private static string NameOf(string path) => Path.GetFileName(path);

    private static string Described(string path, Sequential model)
    {
        try
        {
            return LayerCatalog.Describe(model);
        }
        catch (NotSupportedException error)
        {
            throw new ModelFileException($"{NameOf(path)} was not written: {error.Message}.", error);
        }
    }

    private static byte[] Content(Sequential model, ModelContract contract, string card, string layers)
    {
        using var memory = new MemoryStream();
        Safetensors.Save(memory, model.state_dict(), new Dictionary<string, string>
        {
            ["format"] = Format,
            ["sha256"] = NoHash,
            ["contract"] = JsonSerializer.Serialize(contract, Web),
            ["layers"] = layers,
            ["card"] = card,
        });
        var content = memory.ToArray();
        Encoding.ASCII.GetBytes(Hash(content)).CopyTo(content, content.AsSpan().IndexOf(BeforeHash) + BeforeHash.Length);
        return content;
    }

    private static SavedModel Parse(byte[] content, string name)
    {
        var about = About(content, name);
        var hash = about.GetValueOrDefault("sha256", "");
        Verify(content, hash, name);
        try
        {
            var contract = JsonSerializer.Deserialize<ModelContract>(about["contract"], Web)!;
            var module = LayerCatalog.Make(about["layers"]);
            Fill(module, content, name);
            ModelCheck.Keeps(contract, module, name);
            return new SavedModel(contract, module, about["layers"], hash, about["card"]);
        }
        catch (Exception error) when (error is not ModelFileException)
        {
            throw new ModelFileException($"{name} is whole, but its network cannot be built: {error.Message}", error);
        }
    }

    private static Dictionary<string, string> About(byte[] content, string name)
    {
        Dictionary<string, string> about;
        try
        {
            about = Safetensors.Metadata(new MemoryStream(content));
        }
        catch (InvalidDataException error)
        {
            throw new ModelFileException(
                Invariant($"{name} is not a model file, or its beginning is damaged ({content.Length:N0} bytes are there). Models are written by ModelFile.Save; copy or save it again."), error);
        }

        var format = about.GetValueOrDefault("format");
        return format == Format
            ? about
            : throw new ModelFileException(format is null
                ? $"{name} holds tensors, but nothing says what network they belong to (no format under __metadata__). Save the network with ModelFile.Save."
                : $"{name} is of format {format}; this library reads {Format}. Save it again with this library, or load it with the one that wrote it.");
    }

    private static void Verify(byte[] content, string hash, string name)
    {
        var wanted = DataEnd(content, name);
        if (content.Length < wanted)
        {
            throw new ModelFileException(Invariant($"{name} is cut off: {content.Length:N0} of {wanted:N0} bytes are there. Was the disk full, or a copy stopped? Copy it again."));
        }

        if (Hash(content) != hash)
        {
            throw Damaged(name);
        }
    }

    // Where the last tensor ends, by the header.
    private static long DataEnd(byte[] content, string name)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(content);
        using var header = JsonDocument.Parse(content.AsMemory(sizeof(long), length));
        try
        {
            return sizeof(long) + length + header.RootElement.EnumerateObject()
                .Where(entry => entry.Value.TryGetProperty("data_offsets", out _))
                .Select(entry => entry.Value.GetProperty("data_offsets")[1].GetInt64()).DefaultIfEmpty().Max();
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw Damaged(name);
        }
    }

    private static ModelFileException Damaged(string name) =>
        new($"{name} is damaged: its bytes are not those that were saved (SHA-256 differs). Nothing was loaded; copy it again, or save it again.");

    private static void Fill(Sequential module, byte[] content, string name)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var weights = Safetensors.Load(new MemoryStream(content));
        var saved = weights.Select(entry => new ArchitectureEntry(entry.Key, entry.Value.dtype.ToString(), entry.Value.shape)).ToArray();
        if (Architecture.Difference(saved, Architecture.Of(module)) is { } difference)
        {
            throw new ModelFileException($"{name}: layers and weights do not fit: {difference}.");
        }

        module.load_state_dict(weights);
        module.eval();
    }

    // Over all bytes, those of the hash itself as zeros: so it covers names, labels and layers as well as weights.
    private static string Hash(byte[] content)
    {
        var start = content.AsSpan().IndexOf(BeforeHash);
        var at = start < 0 ? 0 : Math.Min(start + BeforeHash.Length, content.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content.AsSpan(0, at));
        hash.AppendData(Encoding.ASCII.GetBytes(NoHash));
        hash.AppendData(content.AsSpan(Math.Min(at + HashLetters, content.Length)));
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
