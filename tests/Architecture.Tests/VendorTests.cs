using System.Security.Cryptography;
using System.Text.Json;

namespace PropertySuite.Architecture.Tests;

/// <summary>Libraries of others that the pages load: each file is the one that was taken over, and each is named with its licence.</summary>
public sealed class VendorTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-3-Clause", "0BSD", "ISC"];

    private static string Folder => Path.Combine(Product.RepositoryRoot, "src", "Themes", "PropertySuite.Office", "wwwroot", "vendor");

    [Fact]
    public void Every_vendor_file_has_the_hash_that_its_manifest_names()
    {
        Assert.Empty(Changed(Folder));
    }

    [Fact]
    public void Every_vendor_file_is_in_the_manifest()
    {
        var listed = Manifest(Folder).Select(entry => entry.File).Append("vendor.sha256.json").Order();
        Assert.Equal(listed, Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order());
    }

    [Fact]
    public void Every_library_has_a_licence_that_may_be_passed_on()
    {
        Assert.All(Manifest(Folder), entry => Assert.Contains(entry.Licence, Allowed));
    }

    [Fact]
    public void A_changed_vendor_file_is_found()
    {
        var copy = Directory.CreateTempSubdirectory("vendor");
        foreach (var path in Directory.EnumerateFiles(Folder))
        {
            File.Copy(path, Path.Combine(copy.FullName, Path.GetFileName(path)));
        }

        File.AppendAllText(Path.Combine(copy.FullName, "turbo.js"), "\n");
        Assert.Equal(["turbo.js"], Changed(copy.FullName));
        copy.Delete(recursive: true);
    }

    [Fact]
    public void The_lock_file_names_no_server()
    {
        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(Product.RepositoryRoot, "tools", "package-lock.json")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Changed(string folder)
        => from entry in Manifest(folder)
           where Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, entry.File)))) != entry.Sha256
           select entry.File;

    private static List<Entry> Manifest(string folder)
        => JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(Path.Combine(folder, "vendor.sha256.json")), JsonSerializerOptions.Web)!;

    private sealed record Entry(string File, string Package, string Version, string Licence, long Bytes, string Sha256);
}
