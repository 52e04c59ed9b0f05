using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The community's public keys, for devices of the gate that check passes without a connection.</summary>
[Requires(VisitPermissions.Operate)]
public sealed class PassKeysController(PassKeys keys) : Controller
{
    /// <summary>Key ids with SubjectPublicKeyInfo, both base64url.</summary>
    [HttpGet("visits/pass-keys.json")]
    public async Task<IActionResult> Index()
    {
        Response.Headers.CacheControl = "private, max-age=300";
        return Json(new
        {
            format = PassToken.Prefix,
            algorithm = "ES256",
            keys = (await keys.PublicAsync()).Select(key => new { id = key.Key, publicKey = Base64Url.EncodeToString(key.Value) }),
        });
    }
}
