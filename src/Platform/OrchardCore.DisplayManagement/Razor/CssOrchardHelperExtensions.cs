using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Html;
using PropertySuite.Platform.Display;

namespace OrchardCore;

/// <summary>CSS classes of editors, as the admin theme wants them.</summary>
public static class CssOrchardHelperExtensions
{
    public static IHtmlContent GetLimitedWidthWrapperClasses(this IOrchardHelper helper, params string[] additionalClasses) =>
        Classes(helper.GetThemeOptions().LimitedWidthWrapperClasses, additionalClasses);

    public static IHtmlContent GetLimitedWidthClasses(this IOrchardHelper helper, params string[] additionalClasses) =>
        Classes(helper.GetThemeOptions().LimitedWidthClasses, additionalClasses);

    public static IHtmlContent GetStartClasses(this IOrchardHelper helper, params string[] additionalClasses) =>
        Classes(helper.GetThemeOptions().StartClasses, additionalClasses);

    public static IHtmlContent GetEndClasses(this IOrchardHelper helper, params string[] additionalClasses) => helper.GetEndClasses(false, additionalClasses);

    /// <param name="withOffset">Whether the column stands under the one of the fields, where there is no label.</param>
    public static IHtmlContent GetEndClasses(this IOrchardHelper helper, bool withOffset, params string[] additionalClasses)
    {
        var options = helper.GetThemeOptions();
        return Classes(withOffset ? options.EndClasses + " " + options.OffsetClasses : options.EndClasses, additionalClasses);
    }

    public static IHtmlContent GetLabelClasses(this IOrchardHelper helper, bool inputRequired = false, params string[] additionalClasses)
    {
        var options = helper.GetThemeOptions();
        return Classes(inputRequired ? options.LabelClasses + " " + options.LabelRequiredClasses : options.LabelClasses, additionalClasses);
    }

    public static IHtmlContent GetWrapperClasses(this IOrchardHelper helper, params string[] additionalClasses) =>
        Classes(helper.GetThemeOptions().WrapperClasses, additionalClasses);

    public static IHtmlContent GetOffsetClasses(this IOrchardHelper helper, params string[] additionalClasses) =>
        Classes(helper.GetThemeOptions().OffsetClasses, additionalClasses);

    public static TheAdminThemeOptions GetThemeOptions(this IOrchardHelper helper) =>
        helper.HttpContext.RequestServices.GetRequiredService<IOptions<TheAdminThemeOptions>>().Value;

    public static IHtmlContent GetPartWrapperClasses(this IOrchardHelper helper, ContentTypePartDefinition partDefinition, params string[] additionalClasses) =>
        Classes("content-part-wrapper content-part-wrapper-" + CssName.Of(partDefinition.PartDefinition.Name), additionalClasses);

    public static IHtmlContent GetFieldWrapperClasses(this IOrchardHelper helper, ContentPartFieldDefinition fieldDefinition, params string[] additionalClasses)
    {
        var name = CssName.Of(fieldDefinition.Name);
        var part = CssName.Of(fieldDefinition.PartDefinition.Name);
        return Classes($"field-wrapper field-wrapper-{part}-{name} {helper.GetThemeOptions().WrapperClasses}", additionalClasses);
    }

    private static HtmlContentString Classes(string classes, string[] additional) =>
        new(additional is { Length: > 0 } ? $"{classes} {string.Join(' ', additional)}".Trim() : classes);
}
