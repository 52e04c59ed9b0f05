using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Html.Models;
using OrchardCore.Modules;
using PropertySuite.Platform.Content;

namespace PropertySuite.Platform.Features.Fields;

[Feature("OrchardCore.ContentFields")]
public sealed class FieldsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentFieldsCore();
        services.AddContentField<TextField>().UseDisplayDriver<TextFieldDriver>();
        services.AddContentField<BooleanField>().UseDisplayDriver<BooleanFieldDriver>();
        services.AddContentField<NumericField>().UseDisplayDriver<NumericFieldDriver>();
        services.AddContentField<DateField>().UseDisplayDriver<DateFieldDriver>();
        services.AddContentField<DateTimeField>().UseDisplayDriver<DateTimeFieldDriver>();
        services.AddContentField<TimeField>().UseDisplayDriver<TimeFieldDriver>();
        services.AddContentField<ContentPickerField>().UseDisplayDriver<ContentPickerFieldDriver>();
        services.AddContentField<HtmlField>().UseDisplayDriver<HtmlFieldDriver>();
        services.AddScoped<IContentPickerResultProvider, ContentPickerSearch>();
        services.AddScoped<ContentPickerFinder>();
    }
}

[Feature("OrchardCore.ContentFields")]
[RequireFeatures("OrchardCore.Users")]
public sealed class UserFieldsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddContentField<UserPickerField>().UseDisplayDriver<UserPickerFieldDriver>();
}

[Feature("OrchardCore.Title")]
public sealed class TitleStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddTitlePart().UseDisplayDriver<TitlePartDriver>();
}

[Feature("OrchardCore.Html")]
public sealed class HtmlStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddContentPart<HtmlBodyPart>().UseDisplayDriver<HtmlBodyPartDriver>().AddHandler<HtmlBodyAspect>();
}
