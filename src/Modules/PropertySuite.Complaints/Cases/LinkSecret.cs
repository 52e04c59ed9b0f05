using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PropertySuite.Complaints;

/// <summary>Secrets in the addresses of mails: 128 random bits, kept as a hash only.</summary>
public static class LinkSecret
{
    /// <summary>A new secret, 22 characters.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string secret) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
