using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Platform.Shells;

namespace Platform.Tests.Runtime;

public sealed class StartupRuleTests
{
    [Fact]
    public void A_start_up_class_that_keeps_its_provider_in_a_field_is_refused()
        => Assert.Contains("_services", Refusal(typeof(KeepsInField)), StringComparison.Ordinal);

    [Fact]
    public void A_start_up_class_whose_middleware_captures_the_provider_is_refused()
        => Assert.Contains("serviceProvider", Refusal(typeof(CapturesInLambda)), StringComparison.Ordinal);

    [Fact]
    public void A_start_up_class_that_takes_services_from_the_request_is_accepted()
        => StartupEntry.RefuseKeptServices(typeof(AsksTheRequest));

    private static string Refusal(Type startup) => Assert.Throws<InvalidOperationException>(() => StartupEntry.RefuseKeptServices(startup)).Message;

    private sealed class KeepsInField : StartupBase
    {
        private IServiceProvider? _services;

        public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        {
            _services = serviceProvider;
            app.Use((context, next) => _services is null ? Task.CompletedTask : next(context));
        }
    }

    private sealed class CapturesInLambda : StartupBase
    {
        public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
            => app.Use((context, next) =>
            {
                serviceProvider.GetRequiredService<IHttpContextAccessor>();
                return next(context);
            });
    }

    private sealed class AsksTheRequest : StartupBase
    {
        public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
            => app.Use((context, next) =>
            {
                context.RequestServices.GetRequiredService<IHttpContextAccessor>();
                return next(context);
            });
    }
}
