using System.Globalization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace OrchardCore.Localization
{
    /// <summary>What a localizer gets as the arguments of a text with forms.</summary>
    internal sealed record PluralArguments(int Count, string[] Forms, object[] Arguments)
    {
        /// <summary>The count is the first placeholder, the rest follow.</summary>
        public object[] All { get; } = [Count, .. Arguments];

        public string SourceForm => Forms[Count == 1 || Forms.Length == 1 ? 0 : Math.Min(1, Forms.Length - 1)];
    }
}

namespace Microsoft.Extensions.Localization
{
    public static class StringLocalizerExtensions
    {
        /// <summary>The form of a text that goes with a number; <c>{0}</c> in it is the number, the arguments follow from <c>{1}</c>.</summary>
        public static LocalizedString Plural(this IStringLocalizer localizer, int count, string singular, string plural, params object[] arguments)
            => localizer.Plural(count, [singular, plural], arguments);

        public static LocalizedString Plural(this IStringLocalizer localizer, int count, string[] pluralForms, params object[] arguments)
        {
            var plural = new PluralArguments(count, pluralForms, arguments);
            if (localizer is IPluralStringLocalizer pluralLocalizer)
            {
                var (text, values) = pluralLocalizer.GetTranslation(pluralForms[0], plural);
                return new LocalizedString(text.Name, string.Format(CultureInfo.CurrentCulture, text.Value, values), text.ResourceNotFound);
            }

            return localizer[plural.SourceForm, plural.All];
        }
    }
}

namespace Microsoft.AspNetCore.Mvc.Localization
{
    public static class HtmlLocalizerExtensions
    {
        /// <inheritdoc cref="Extensions.Localization.StringLocalizerExtensions.Plural(IStringLocalizer, int, string, string, object[])"/>
        public static LocalizedHtmlString Plural(this IHtmlLocalizer localizer, int count, string singular, string plural, params object[] arguments)
            => localizer.Plural(count, [singular, plural], arguments);

        public static LocalizedHtmlString Plural(this IHtmlLocalizer localizer, int count, string[] pluralForms, params object[] arguments)
            => localizer[pluralForms[0], new PluralArguments(count, pluralForms, arguments)];
    }

    public static class ViewLocalizerExtensions
    {
        /// <inheritdoc cref="Extensions.Localization.StringLocalizerExtensions.Plural(IStringLocalizer, int, string, string, object[])"/>
        public static LocalizedHtmlString Plural(this IViewLocalizer localizer, int count, string singular, string plural, params object[] arguments)
            => localizer.Plural(count, [singular, plural], arguments);

        public static LocalizedHtmlString Plural(this IViewLocalizer localizer, int count, string[] pluralForms, params object[] arguments)
            => ((IHtmlLocalizer)localizer).Plural(count, pluralForms, arguments);
    }
}
