using System.Text;
using Microsoft.Extensions.FileProviders;
using OrchardCore.Recipes.Models;

namespace Sites.Tests.Recipes;

/// <summary>A recipe that a person has brought, from text.</summary>
internal sealed class RecipeOf(string name, byte[] content) : IFileInfo
{
    public bool Exists => true;

    public bool IsDirectory => false;

    public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

    public long Length => content.Length;

    public string Name => name;

    public string? PhysicalPath => null;

    public Stream CreateReadStream() => new MemoryStream(content, writable: false);

    public static RecipeDescriptor Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static RecipeDescriptor Bytes(byte[] content) => new() { Name = "brought", RecipeFileInfo = new RecipeOf("brought.recipe.json", content), BasePath = "" };
}
