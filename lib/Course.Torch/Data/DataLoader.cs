using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Goes through a data set in batches. Workers are accepted and ignored: loading is part of the loop.</summary>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        if (batchSize < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, "at least one example per batch");
        }

        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last) = (Device.CheckUsable(device), num_worker, drop_last);
        (DisposeBatch, DisposeDataset) = (disposeBatch, disposeDataset);
    }

    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, new Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public utils.data.Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    /// <summary>Whether a batch is disposed when the loop asks for the next one.</summary>
    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    /// <summary>Number of batches.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        foreach (var numbers in sampler.Chunk(batch_size))
        {
            if (drop_last && numbers.Length < batch_size)
            {
                yield break;
            }

            var batch = Collect(numbers);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch)
                {
                    Drop(batch);
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    private protected virtual S Collect(long[] numbers) => collate_fn(numbers.Select(dataset.GetTensor), Device);

    private static void Drop(S batch)
    {
        var tensors = batch switch
        {
            IEnumerable<Tensor> list => list,
            IDictionary<string, Tensor> named => named.Values,
            _ => [],
        };
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }
    }

    // A fresh permutation per pass, from a generator of its own: shuffling does not disturb dropout or initial weights.
    private sealed class Order(utils.data.Dataset<T> dataset, bool shuffle, int? seed) : IEnumerable<long>
    {
        private readonly Generator? _generator = shuffle ? new Generator((ulong)(seed ?? randint_int(int.MaxValue))) : null;

        public IEnumerator<long> GetEnumerator() => _generator is null
            ? Sequence(dataset.Count).GetEnumerator()
            : ((IEnumerable<long>)Drawing.Permutation(dataset.Count, _generator)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private static IEnumerable<long> Sequence(long count)
        {
            for (var i = 0L; i < count; i++)
            {
                yield return i;
            }
        }
    }
}

/// <summary>Batches of named parts: each a stack of the examples' tensors of that name.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    public DataLoader(utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Stack, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public DataLoader(utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Stack, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static Dictionary<string, Tensor> Stack(IEnumerable<Dictionary<string, Tensor>> examples, Device device)
    {
        var list = examples.ToArray();
        return list[0].Keys.ToDictionary(name => name, name => stack(list.Select(example => example[name])));
    }
}

/// <summary>Batches of parts in order: each a stack of the examples' tensors at that place.</summary>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    public IterableDataLoader(utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Stack, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public IterableDataLoader(utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Stack, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private protected override IList<Tensor> Collect(long[] numbers) =>
        dataset is TensorDataset tensors ? tensors.GetBatch(numbers) : base.Collect(numbers);

    private static Tensor[] Stack(IEnumerable<IList<Tensor>> examples, Device device)
    {
        var list = examples.ToArray();
        return Enumerable.Range(0, list[0].Count).Select(part => stack(list.Select(example => example[part]))).ToArray();
    }
}
