using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using OrchardCore.Environment.Extensions;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Modules;

/// <summary>Files embedded as <c>{Assembly}.{path}</c> with <c>&gt;</c> between folders.</summary>
internal sealed class EmbeddedModuleFiles(IExtensionManager extensions) : IModuleFiles
{
    private readonly ConcurrentDictionary<string, Files> _modules = new(StringComparer.OrdinalIgnoreCase);

    public IFileProvider Of(string moduleId) => Get(moduleId);

    public IReadOnlyList<string> Paths(string moduleId) => Get(moduleId).Paths;

    private Files Get(string moduleId)
        => _modules.GetOrAdd(moduleId, id => new Files((extensions.GetExtension(id) as ModuleInfo)?.Assembly));

    private sealed class Files : IFileProvider
    {
        private readonly Dictionary<string, Resource> _files = new(StringComparer.OrdinalIgnoreCase);

        public Files(Assembly? assembly)
        {
            if (assembly is null)
                return;

            var prefix = assembly.GetName().Name + ".";
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var path = name[prefix.Length..].Replace('>', '/');
                _files[path] = new Resource(assembly, name, path);
            }

            Paths = [.. _files.Keys.Order(StringComparer.Ordinal)];
        }

        public IReadOnlyList<string> Paths { get; } = [];

        public IFileInfo GetFileInfo(string subpath)
            => _files.TryGetValue(Normalize(subpath), out var file) ? file : new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath)
        {
            var folder = Normalize(subpath);
            var prefix = folder.Length == 0 ? string.Empty : folder + "/";
            var entries = new Dictionary<string, IFileInfo>(StringComparer.OrdinalIgnoreCase);
            foreach (var (path, file) in _files)
            {
                if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    continue;
                var rest = path[prefix.Length..];
                var slash = rest.IndexOf('/', StringComparison.Ordinal);
                var name = slash < 0 ? rest : rest[..slash];
                entries.TryAdd(name, slash < 0 ? file : new Folder(name));
            }

            return entries.Count == 0 && prefix.Length > 0
                ? NotFoundDirectoryContents.Singleton
                : new Contents([.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)]);
        }

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

        private static string Normalize(string path) => path.Replace('\\', '/').Trim('/');
    }

    private sealed class Resource(Assembly assembly, string resource, string path) : IFileInfo
    {
        private long? _length;

        public bool Exists => true;

        public long Length => _length ??= Measure();

        public string? PhysicalPath => null;

        public string Name { get; } = path[(path.LastIndexOf('/') + 1)..];

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream()
            => assembly.GetManifestResourceStream(resource) ?? throw new FileNotFoundException($"The module's file {path} is missing.", path);

        private long Measure()
        {
            using var stream = CreateReadStream();
            return stream.Length;
        }
    }

    private sealed class Folder(string name) : IFileInfo
    {
        public bool Exists => true;

        public long Length => -1;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => true;

        public Stream CreateReadStream() => throw new InvalidOperationException($"{name} is a folder.");
    }

    private sealed class Contents(IFileInfo[] entries) : IDirectoryContents
    {
        public bool Exists => true;

        public IEnumerator<IFileInfo> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
    }
}
