using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Hosting;

/// <summary>The texts of the current tenant, for what MVC keeps across tenants, such as the names of fields.</summary>
internal sealed class TenantTexts : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Texts(factory => factory.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Texts(factory => factory.Create(baseName, location));

    private sealed class Texts(Func<IStringLocalizerFactory, IStringLocalizer> create) : IStringLocalizer
    {
        public LocalizedString this[string name] => Own is { } own ? own[name] : new LocalizedString(name, name, resourceNotFound: true);

        public LocalizedString this[string name, params object[] arguments]
            => Own is { } own ? own[name, arguments] : new LocalizedString(name, string.Format(System.Globalization.CultureInfo.CurrentCulture, name, arguments), resourceNotFound: true);

        private IStringLocalizer? Own => ShellScope.Services is { } services ? create(services.GetRequiredService<IStringLocalizerFactory>()) : null;

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Own?.GetAllStrings(includeParentCultures) ?? [];
    }
}
