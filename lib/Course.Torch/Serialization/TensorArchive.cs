using System.IO.Compression;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One tensor in PyTorch's zip archive: written in the form of TorchScript, as TorchSharp does; read in that form and in Python's.</summary>
internal static class TensorArchive
{
    private const string Code = "class Module(Module):\n  __parameters__ = [\"0\", ]\n  __buffers__ = []\n  __annotations__ = []\n  __annotations__[\"0\"] = Tensor\n";

    private static readonly Dictionary<ScalarType, string> Kinds = new()
    {
        [ScalarType.Float32] = "Float",
        [ScalarType.Float64] = "Double",
        [ScalarType.Int64] = "Long",
        [ScalarType.Int32] = "Int",
        [ScalarType.Int16] = "Short",
        [ScalarType.Int8] = "Char",
        [ScalarType.Byte] = "Byte",
        [ScalarType.Bool] = "Bool",
    };

    public static void Save(string path, Tensor tensor) => WholeFile.Write(path, file =>
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dense = tensor.detach().contiguous();
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Write(archive, name + "/data/0", dense.bytes);
        Write(archive, name + "/data.pkl", Pickled(dense));
        Write(archive, name + "/code/__torch__.py", Encoding.ASCII.GetBytes(Code));
        Write(archive, name + "/constants.pkl", [0x80, 2, (byte)')', (byte)'.']);
        Write(archive, name + "/version", "3\n"u8);
        Write(archive, name + "/byteorder", "little"u8);
        GC.KeepAlive(dense);
    });

    /// <exception cref="InvalidDataException">No archive of PyTorch's, or one that holds no single tensor of a type that is here.</exception>
    public static Tensor Load(string path)
    {
        using var file = File.OpenRead(path);
        using var archive = Open(file, path);
        var pickle = archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"load: {path} has no data.pkl: it is no file of torch.save");
        var folder = pickle.FullName[..^"data.pkl".Length];
        if (archive.GetEntry(folder + "byteorder") is { } order && Encoding.ASCII.GetString(Bytes(order)) == "big")
        {
            throw new InvalidDataException($"load: {path} was written on a machine that stores numbers the other way round (big-endian)");
        }

        var root = Pickle.Read(Bytes(pickle));
        root = root is Pickle.Call { State: Dictionary<object, object?> { Count: 1 } fields } ? fields.Values.Single() : root;
        return Rebuild(root, key => Bytes(archive.GetEntry($"{folder}data/{key}") ?? throw new InvalidDataException($"load: {path} has no numbers data/{key}"))) ?? throw new InvalidDataException(
            $"load: {path} holds {(root is Dictionary<object, object?> several ? $"a dictionary of {several.Count} entries" : "something else")}, not one tensor; save one tensor, or use Safetensors.Load for named tensors");
    }

    private static ZipArchive Open(Stream file, string path)
    {
        try
        {
            return new ZipArchive(file);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"load: {path} is no archive of torch.save; a record of Tensor.Save is read by Tensor.Load", error);
        }
    }

    private static Tensor? Rebuild(object? value, Func<string, byte[]> numbers)
    {
        if (value is Pickle.Call { Function: "torch._utils._rebuild_parameter" } parameter)
        {
            return Rebuild(parameter.Arguments[0], numbers);
        }

        if (value is not Pickle.Call { Function: "torch._utils._rebuild_tensor_v2", Arguments: [Pickle.Stored stored, long offset, object?[] size, object?[] stride, ..] })
        {
            return null;
        }

        var kind = ((Pickle.Name)stored.Parts[1]!).Text;
        var type = Kinds.FirstOrDefault(pair => kind == $"torch.{pair.Value}Storage");
        if (type.Value is null)
        {
            throw new InvalidDataException($"load: a {kind}; Course.Torch holds {string.Join(", ", Kinds.Keys)}");
        }

        var bytes = numbers((string)stored.Parts[2]!);
        var shape = Array.ConvertAll(size, s => (long)s!);
        if (shape.Contains(0))
        {
            return Tensor.Empty(shape, type.Key);
        }

        using var whole = Tensor.Empty([bytes.Length / type.Key.Size()], type.Key);
        bytes.AsSpan().CopyTo(whole.bytes);
        return whole.as_strided(shape, Array.ConvertAll(stride, s => (long)s!), offset).clone();
    }

    private static byte[] Pickled(Tensor tensor)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.ASCII);
        Raw("\u0002c__torch__\nModule\n)", lead: 0x80);
        writer.Write((byte)0x81);
        Raw("}(");
        Text("0");
        Raw("ctorch._utils\n_rebuild_tensor_v2\n((");
        Text("storage");
        Raw($"ctorch\n{Kinds[tensor.dtype]}Storage\n");
        Text("0");
        Text("cpu");
        Number(tensor.numel());
        Raw("tQ");
        Number(0);
        Tuple(tensor.shape);
        Tuple(tensor.stride());
        writer.Write((byte)0x89); // no gradient wanted
        Raw("ccollections\nOrderedDict\n)RtRub.");
        return memory.ToArray();

        void Raw(string text, byte? lead = null)
        {
            if (lead is { } first)
            {
                writer.Write(first);
            }

            writer.Write(Encoding.ASCII.GetBytes(text));
        }

        void Text(string text)
        {
            writer.Write((byte)'X');
            writer.Write(text.Length);
            Raw(text);
        }

        void Tuple(long[] values)
        {
            Raw("(");
            Array.ForEach(values, Number);
            Raw("t");
        }

        void Number(long value)
        {
            writer.Write((byte)0x8a);
            writer.Write((byte)8);
            writer.Write(value);
        }
    }

    private static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var memory = new MemoryStream();
        source.CopyTo(memory);
        return memory.ToArray();
    }
}
