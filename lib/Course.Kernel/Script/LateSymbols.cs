using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Script;

/// <summary>
/// Knows the lines of a cell that was compiled without symbols: when an exception comes out of it, it is compiled once more,
/// with them. One cell is enough: such a cell has no functions, so that its code is on the stack only while it runs.
/// </summary>
internal sealed class LateSymbols
{
    private CSharpCompilation? _cell;
    private string _name = "";
    private Recompiled? _recompiled;

    /// <summary>From now on it is about this cell.</summary>
    /// <param name="cell">What it was compiled from.</param>
    /// <param name="name">Its assembly's.</param>
    public void Set(CSharpCompilation cell, string name)
    {
        (_cell, _name) = (cell, name);
        _recompiled = null;
    }

    /// <summary>Where a call stands; null if it is not that cell's.</summary>
    public (string Path, int Line)? Find(StackFrame frame) =>
        _cell is { } cell && frame.GetMethod() is { } method && method.Module.Assembly.GetName().Name == _name
            ? (_recompiled ??= new Recompiled(cell)).Find(method, frame.GetILOffset())
            : null;

    private sealed class Recompiled
    {
        private readonly ImmutableArray<byte> _image;
        private readonly ImmutableArray<byte> _symbols;

        public Recompiled(CSharpCompilation cell)
        {
            using var emitted = new EmittedCell(cell, cell.AssemblyName!, withSymbols: true, CancellationToken.None);
            _image = ImmutableCollectionsMarshal.AsImmutableArray(emitted.Image.ToArray());
            _symbols = ImmutableCollectionsMarshal.AsImmutableArray(emitted.Symbols!.ToArray());
        }

        public (string Path, int Line)? Find(MethodBase method, int offset)
        {
            var handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken);
            if (!HasCodeOf(handle, method))
            {
                return null; // rather no line than a wrong one
            }

            using var symbols = MetadataReaderProvider.FromPortablePdbImage(_symbols);
            var reader = symbols.GetMetadataReader();
            var point = reader.GetMethodDebugInformation(handle).GetSequencePoints().LastOrDefault(point => !point.IsHidden && point.Offset <= offset);
            return point.Document.IsNil ? null : (reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine);
        }

        private bool HasCodeOf(MethodDefinitionHandle handle, MethodBase method)
        {
            using var image = new PEReader(_image);
            return image.GetMethodBody(image.GetMetadataReader().GetMethodDefinition(handle).RelativeVirtualAddress).GetILContent()
                .SequenceEqual(method.GetMethodBody()?.GetILAsByteArray() ?? []);
        }
    }
}
