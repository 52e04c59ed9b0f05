using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Hosting;

/// <summary>Protects with the keys of the current tenant, for shared services such as the carrier of TempData.</summary>
internal sealed class TenantDataProtection : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector([purpose]);

    private sealed class Protector(string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector([.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => Own().Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Own().Unprotect(protectedData);

        private IDataProtector Own()
        {
            var services = ShellScope.Services ?? throw new InvalidOperationException("There is no tenant whose keys could be used.");
            return services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purposes);
        }
    }
}
