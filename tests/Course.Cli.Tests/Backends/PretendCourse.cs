using System.Reflection;
using Course.Cli.Backends;
using Course.Cli.Packaging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Cli.Tests.Backends;

/// <summary>A checkout whose library is one class, and a folder of packages with a TorchSharp that can count to two.</summary>
public sealed class PretendCourse : IDisposable
{
    internal const string Version = "9.9.9";

    private const string Torch = """
        namespace TorchSharp
        {
            public sealed class Device { public override string ToString() => "pretend:0"; }
            public sealed class Tensor
            {
                public float Value;
                public static Tensor operator +(Tensor left, int right) => new Tensor { Value = left.Value + right };
                public Tensor cpu() => this;
                public T item<T>() => (T)(object)Value;
            }

            public static class torch { public static Tensor ones(long size, Device device = null) => new Tensor { Value = 1 }; }
        }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>Course</AssemblyName>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <NoWarn>CS1591</NoWarn>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
            <RestoreAdditionalProjectSources>$(TorchSharpSource)</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup><PackageReference Include="TorchSharp-$(TorchBackend)" Version="[$(TorchSharpVersion)]" /></ItemGroup>
        </Project>
        """;

    private readonly Scratch _scratch = new();

    /// <summary>Makes it.</summary>
    public PretendCourse()
    {
        Write("Course.sln", "");
        Write("notebooks/NuGet.config", "<configuration />");
        Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"none\" value=\"empty\" /></packageSources></configuration>"); // no network
        Write("lib/Course/Course.csproj", Project);
        Write("lib/Course/Device.cs", "namespace Course; public static class Device { public static TorchSharp.Device Best => new(); }");
        Directory.CreateDirectory(At("empty"));
        Directory.CreateDirectory(Packages);
        NuGetPackage.Write(Path.Combine(Packages, $"TorchSharp-cpu.{Version}.nupkg"), "TorchSharp-cpu", Version, [CompileTorch()]);
    }

    internal string Packages => _scratch.At("packages");

    internal string At(string name) => _scratch.At(name);

    internal (int Code, string Output) Course(params string[] arguments) => CourseProgram.Run(
        _scratch.At("notebooks"), arguments, ("NUGET_PACKAGES", _scratch.At("cache")), ("COURSE_HOME", _scratch.At("home")));

    internal string Notebook(string name, string cell) => _scratch.Notebook(name, cell);

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_scratch.At(file))!);
        File.WriteAllText(_scratch.At(file), text);
    }

    private string CompileTorch()
    {
        var path = _scratch.At("TorchSharp.dll");
        var result = CSharpCompilation.Create(
            "TorchSharp",
            [CSharpSyntaxTree.ParseText(Torch)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(Assembly.Load("System.Runtime").Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
