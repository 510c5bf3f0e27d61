using System.Runtime.InteropServices;

namespace Course;

/// <summary>The few functions of Open MPI that the course needs, found at run time. Its handles are the addresses of symbols, such as ompi_mpi_comm_world.</summary>
internal sealed class Mpi
{
    private const int FromOneThread = 1;   // MPI_THREAD_FUNNELED
    private const nint InPlace = 1;        // MPI_IN_PLACE

    private static readonly string[] Files = ["libmpi.so.40", "libmpi.40.dylib"];

    private readonly nint _world;
    private readonly nint _float;
    private readonly nint _add;
    private readonly AllreduceFunction _allreduce;
    private readonly FinalizeFunction _finalize;

    private Mpi(nint library)
    {
        _world = Symbol(library, "ompi_mpi_comm_world");
        _float = Symbol(library, "ompi_mpi_float");
        _add = Symbol(library, "ompi_mpi_op_sum");
        _allreduce = Function<AllreduceFunction>(library, "MPI_Allreduce");
        _finalize = Function<FinalizeFunction>(library, "MPI_Finalize");
        Require(Function<InitFunction>(library, "MPI_Init_thread")(0, 0, FromOneThread, out _), "MPI_Init_thread");
        Require(Function<NumberFunction>(library, "MPI_Comm_rank")(_world, out var rank), "MPI_Comm_rank");
        Require(Function<NumberFunction>(library, "MPI_Comm_size")(_world, out var size), "MPI_Comm_size");
        (Rank, Size) = (rank, size);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int InitFunction(nint argc, nint argv, int wanted, out int provided);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NumberFunction(nint world, out int number);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int AllreduceFunction(nint from, ref float values, int count, nint type, nint operation, nint world);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int FinalizeFunction();

    public int Rank { get; }

    public int Size { get; }

    /// <summary>Joins the other ranks; once in a process, and by the thread that will call the rest.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no Open MPI 4 here; says how to get it.</exception>
    public static Mpi Join()
    {
        foreach (var file in Files)
        {
            if (NativeLibrary.TryLoad(file, out var library))
            {
                return new Mpi(library);
            }
        }

        throw new PlatformNotSupportedException($"Open MPI's library ({Files[0]}) is not on this machine. {MpiAdvice.Install}");
    }

    /// <summary>Replaces each number by its sum over all ranks. If one is dead, mpirun ends this process too.</summary>
    public void Sum(float[] values) =>
        Require(_allreduce(InPlace, ref MemoryMarshal.GetArrayDataReference(values), values.Length, _float, _add, _world), "MPI_Allreduce");

    /// <summary>Leaves. A process that ends without it counts as dead.</summary>
    public void Leave() => Require(_finalize(), "MPI_Finalize");

    private static nint Symbol(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var address)
        ? address
        : throw new PlatformNotSupportedException($"this libmpi has no {name}, so it is not Open MPI 4, whose symbols the course uses. {MpiAdvice.Install}");

    private static T Function<T>(nint library, string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(Symbol(library, name));

    private static void Require(int code, string function)
    {
        if (code != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{function} returned error {code}"));
        }
    }
}
