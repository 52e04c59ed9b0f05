using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Commands;

/// <summary>Whether the data folder can be used by this version, and where the running server answers.</summary>
internal static class DataFolderCheck
{
    /// <summary>Grows when data written by this version cannot be read by the one before.</summary>
    public const int DataVersion = 1;

    private const string FileName = "suite.json";

    /// <exception cref="CommandException">The folder cannot be written, or holds data of a newer version.</exception>
    public static async Task<DataFolder> OpenAsync(WebApplication app)
    {
        var data = app.Services.GetRequiredService<DataFolder>();
        var file = Path.Combine(data.Root, FileName);
        try
        {
            Directory.CreateDirectory(data.Sites);
            var suite = await DataFolder.ReadAsync(file);
            if (suite["DataVersion"]?.GetValue<int>() is { } version && version > DataVersion)
            {
                throw new CommandException(
                    CommandException.NewerData,
                    $"The data in {data.Root} was written by a newer version of the suite (format {version}; this one knows {DataVersion}). "
                    + "Start the newer version, or choose another folder with --data DIR.");
            }

            if (File.Exists(data.TenantsFile))
                await DataFolder.ReadAsync(data.TenantsFile);
            suite["DataVersion"] = DataVersion;
            await DataFolder.WriteAsync(file, suite);
            return data;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new CommandException(
                CommandException.FolderNotWritable,
                $"The folder {data.Root} cannot be written: {exception.Message} Allow this account to write there, or choose another folder with --data DIR.",
                exception);
        }
    }

    public static async Task NoteAddressAsync(DataFolder data, string address)
    {
        var file = Path.Combine(data.Root, FileName);
        var suite = await DataFolder.ReadAsync(file);
        suite["Address"] = JsonValue.Create(address);
        await DataFolder.WriteAsync(file, suite);
    }

    /// <summary>Where the server answers or last answered; null when it never ran on this folder.</summary>
    public static async Task<Uri?> AddressAsync(DataFolder data)
        => Uri.TryCreate((await DataFolder.ReadAsync(Path.Combine(data.Root, FileName)))["Address"]?.ToString(), UriKind.Absolute, out var address) ? address : null;
}
