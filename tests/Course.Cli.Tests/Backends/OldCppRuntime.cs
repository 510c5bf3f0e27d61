using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Course.Cli.Tests.Backends;

/// <summary>Lets TorchSharp's native library load on a Linux whose C++ runtime is one step too old, such as Debian 12.</summary>
/// <remarks>
/// The library asks GCC 13's runtime for a single symbol: an empty function, called when it starts. In a copy for the tests, that call goes
/// to getpid, which is as harmless, and the demand for the newer version becomes a wish. Where the library loads as it is, nothing is done.
/// </remarks>
internal static class OldCppRuntime
{
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const string Version = "GLIBCXX_3.4.32";
    private const uint DynamicSymbols = 11;
    private const uint VersionNeeds = 0x6ffffffe;
    private const uint SymbolVersions = 0x6fffffff;
    private const ushort Weak = 2;
    private const ushort AnyVersion = 1;

    internal static void Accommodate(string folder)
    {
        var path = Path.Combine(folder, "libLibTorchSharp.so");
        if (!File.Exists(path) || Loads(path))
        {
            return;
        }

        var image = File.ReadAllBytes(path);
        Mend(image);
        File.Delete(path); // it may be a hard link to NuGet's copy
        File.WriteAllBytes(path, image);
    }

    private static bool Loads(string path)
    {
        if (!NativeLibrary.TryLoad(path, out var library))
        {
            return false;
        }

        NativeLibrary.Free(library);
        return true;
    }

    private static void Mend(byte[] image)
    {
        var sections = Sections(image);
        var needs = sections.Single(section => section.Kind == VersionNeeds);
        var symbols = sections.Single(section => section.Kind == DynamicSymbols);
        var names = sections[symbols.Link].Offset;
        foreach (var version in Needs(image, needs.Offset).Where(at => Text(image, names + Int(image, at + 8)) == Version))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(version + 4), Weak);
        }

        var versions = sections.Single(section => section.Kind == SymbolVersions).Offset;
        var index = Enumerable.Range(0, symbols.Size / 24).Single(i => Text(image, names + Int(image, symbols.Offset + (24 * i))) == Symbol);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(versions + (2 * index)), AnyVersion);
        "getpid\0"u8.CopyTo(image.AsSpan(names + Int(image, symbols.Offset + (24 * index))));
    }

    // ELF, 64 bits: where the versions are that it needs of each library.
    private static IEnumerable<int> Needs(byte[] image, int file)
    {
        while (true)
        {
            var version = file + Int(image, file + 8);
            for (var left = BitConverter.ToUInt16(image, file + 2); left > 0; left--)
            {
                yield return version;
                version += Int(image, version + 12);
            }

            var next = Int(image, file + 12);
            if (next == 0)
            {
                yield break;
            }

            file += next;
        }
    }

    private static List<(uint Kind, int Offset, int Size, int Link)> Sections(byte[] image)
    {
        var table = Int(image, 0x28);
        return [.. Enumerable.Range(0, BitConverter.ToUInt16(image, 0x3c)).Select(i => table + (64 * i))
            .Select(at => (BitConverter.ToUInt32(image, at + 4), Int(image, at + 24), Int(image, at + 32), Int(image, at + 40)))];
    }

    private static int Int(byte[] image, int at) => BitConverter.ToInt32(image, at);

    private static string Text(byte[] image, int at) => Encoding.ASCII.GetString(image, at, Array.IndexOf(image, (byte)0, at) - at);
}
