using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PropertySuite.Platform.Commands;

/// <summary>A certificate for trying the suite out on a phone: made once, kept in the data folder, valid for this machine's names.</summary>
internal static class ServerCertificate
{
    private const string FileName = "try-out.pfx";

    public static X509Certificate2 Get(string dataFolder, string contentRoot)
    {
        var file = Path.Combine(Path.GetFullPath(dataFolder, contentRoot), FileName);
        var now = TimeProvider.System.GetUtcNow();
        if (File.Exists(file))
        {
            var known = X509CertificateLoader.LoadPkcs12FromFile(file, null);
            if (known.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(7))
                return known;
            known.Dispose();
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=PropertySuite on " + Dns.GetHostName(), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("*.localhost");
        names.AddDnsName(Dns.GetHostName());
        foreach (var address in NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork || IPAddress.IsLoopback(address))
            .Distinct())
            names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));

        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(365));
        var bytes = made.Export(X509ContentType.Pkcs12);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }
}
