namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Writes parameters and buffers in TorchSharp's byte format; the file appears only when it is complete.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                WholeFile.Write(location, file => save(file, skip));
                return this;
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToArray();
                writer.Write7BitEncodedInt64(kept.Length);
                foreach (var (key, value) in kept)
                {
                    writer.Write(key);
                    value.Save(writer);
                }
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var file = File.OpenRead(location);
                return load(file, strict, skip, loadedParameters);
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads values into this module's tensors.</summary>
            /// <exception cref="ArgumentException">strict and the entries are not this module's, or a type or shape differs.</exception>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                var count = reader.Read7BitEncodedInt64();
                if (strict && count != own.Count)
                {
                    throw new ArgumentException($"load: the file has {count} entries, {GetName()} has {own.Count}; give strict: false to load what fits");
                }

                for (var i = 0L; i < count; i++)
                {
                    var key = reader.ReadString();
                    var known = own.TryGetValue(key, out var target);
                    if (!known && strict)
                    {
                        throw new ArgumentException($"load: '{key}' is no entry of {GetName()}; give strict: false to pass over it");
                    }

                    if (loadedParameters is not null)
                    {
                        loadedParameters[key] = known;
                    }

                    if (!known || skip?.Contains(key) == true)
                    {
                        TensorExtensionMethods.Load(reader).Dispose();
                        continue;
                    }

                    LoadNamed(key, target!, reader);
                }

                return this;
            }

            private static void LoadNamed(string key, Tensor target, BinaryReader reader)
            {
                try
                {
                    target.Load(reader);
                }
                catch (Exception error) when (error is ArgumentException or InvalidDataException or EndOfStreamException)
                {
                    var text = $"load: '{key}': {error.Message.Replace("load: ", string.Empty, StringComparison.Ordinal)}";
                    throw error switch
                    {
                        EndOfStreamException => new EndOfStreamException(text, error),
                        InvalidDataException => new InvalidDataException(text, error),
                        _ => new ArgumentException(text, error),
                    };
                }
            }

            public static Module Create<T>(string path)
                where T : Module, new()
                => new T().load(path);
        }
    }
}
