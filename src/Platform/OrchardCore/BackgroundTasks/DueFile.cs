using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// <c>due.json</c> in a tenant's folder: when the tenant has something to do next. It is empty while nobody knows, as in a tenant that runs and has
/// stored new work, and it counts only for the program that wrote it: another version may bring other tasks.
/// </summary>
internal sealed class DueFile(SiteFolders folders, DataFolder data, ExtensionManager extensions, ILogger<DueFile> logger)
{
    private readonly Lazy<string> _program = new(() => StampOf(extensions));

    // What another process has stored, such as a command, is heard of by the date of this file.
    private string Bell => Path.Combine(data.Root, "due.bell");

    /// <returns>Null when nothing is due, or when it is not known.</returns>
    public DateTime? Read(string tenant, out bool known)
    {
        known = false;
        try
        {
            var path = PathOf(tenant);
            if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: > 0 } bytes)
                return null;
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.GetProperty("Program").GetString() != _program.Value)
                return null;
            var due = json.RootElement.GetProperty("DueUtc");
            DateTime? read = due.ValueKind == JsonValueKind.Null ? null : due.GetDateTime();
            known = true;
            return read;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            known = false;
            return null;
        }
    }

    /// <summary>Nobody knows any more. On disk before this returns.</summary>
    public void Forget(string tenant)
    {
        var path = PathOf(tenant);
        if (!File.Exists(path))
            return;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(0);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whole or not at all. A disk that takes nothing costs a look at the next start, and no more.</summary>
    public void Write(string tenant, DateTime? due)
    {
        var path = PathOf(tenant);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return;
        try
        {
            var temporary = path + ".tmp";
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var json = new Utf8JsonWriter(stream))
                {
                    json.WriteStartObject();
                    json.WriteString("Program", _program.Value);
                    if (due is { } moment)
                        json.WriteString("DueUtc", moment.ToString("O", CultureInfo.InvariantCulture));
                    else
                        json.WriteNull("DueUtc");
                    json.WriteEndObject();
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("When tenant {Tenant} has something to do could not be written down ({Reason}); it is asked at the next start", tenant, exception.Message);
            TryForget(tenant);
        }
    }

    /// <summary>Changes when a process beside the server has stored work.</summary>
    public long StampOfBell()
    {
        var file = new FileInfo(Bell);
        return file.Exists ? file.LastWriteTimeUtc.Ticks : 0;
    }

    public void RingBell()
    {
        try
        {
            File.WriteAllText(Bell, Guid.NewGuid().ToString("N"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("A running server was not told of new work: {Reason}", exception.Message);
        }
    }

    private void TryForget(string tenant)
    {
        try
        {
            Forget(tenant);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("{Reason}", exception.Message);
        }
    }

    private string PathOf(string tenant) => Path.Combine(folders.PathOf(tenant), "due.json");

    private static string StampOf(ExtensionManager extensions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in extensions.Modules.Select(module => module.Assembly).OfType<System.Reflection.Assembly>().Append(typeof(DueFile).Assembly))
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
