using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrchardCore;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Shells;

/// <summary>The files of the application's data folder, each written whole or not at all.</summary>
internal sealed class DataFolder(IOptions<ShellOptions> options)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions s_reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string Root { get; } = Path.GetFullPath(options.Value.ShellsApplicationDataPath);

    public string Sites { get; } = Path.Combine(Path.GetFullPath(options.Value.ShellsApplicationDataPath), options.Value.ShellsContainerName);

    public string TenantsFile => Path.Combine(Root, OrchardCoreConstants.Shell.TenantsFileName);

    /// <summary>Changes whenever the list of tenants is written.</summary>
    public long StampOfTenants()
    {
        var file = new FileInfo(TenantsFile);
        return file.Exists ? unchecked((file.LastWriteTimeUtc.Ticks * 31) + file.Length) : 0;
    }

    public string SiteOf(string tenant)
    {
        if (tenant.Length == 0 || tenant.StartsWith('.') || tenant.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new ArgumentException($"'{tenant}' cannot be the name of a tenant.", nameof(tenant));
        return Path.Combine(Sites, tenant);
    }

    /// <summary>An empty object when there is no such file.</summary>
    /// <exception cref="InvalidDataException">The file is not what it should be.</exception>
    public static async Task<JsonObject> ReadAsync(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonNode.ParseAsync(stream, documentOptions: s_reading) as JsonObject ?? throw new JsonException("An object was expected.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The file {path} cannot be read: {exception.Message}", exception);
        }
    }

    public static async Task WriteAsync(string path, JsonObject content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + "." + Guid.NewGuid().ToString("N")[..8] + ".tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await JsonSerializer.SerializeAsync(stream, content, s_json);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
