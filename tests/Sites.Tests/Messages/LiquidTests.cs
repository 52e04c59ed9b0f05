using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell;
using OrchardCore.Liquid;
using OrchardCore.Localization;
using OrchardCore.Settings;
using OrchardCore.Title.Models;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Liquid;
using Sites.Tests.Hosting;

namespace Sites.Tests.Messages;

/// <summary>What a template can do, what it cannot, and where it ends.</summary>
public sealed class LiquidTests(LiquidTests.Site site) : IClassFixture<LiquidTests.Site>
{
    /// <summary>One bare site for all of them; they write nothing.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public TestSites Sites { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Sites = await TestSites.StartAsync();
            await Sites.AddAsync("alba", host: "alba.localhost");
            await Sites.InAsync("alba", async services =>
            {
                var sites = services.GetRequiredService<ISiteService>();
                var settings = await sites.LoadSiteSettingsAsync();
                settings.SiteName = "Jardines <del> Alba";
                settings.TimeZoneId = "Europe/Madrid";
                settings.BaseUrl = "https://alba.example";
                await sites.UpdateSiteSettingsAsync(settings);
            });
        }

        public ValueTask DisposeAsync() => Sites.DisposeAsync();
    }

    private static readonly JsonObject Visit = (JsonObject)JsonNode.Parse("""
        {
          "guest": "Inés <b>&", "atUtc": "2026-07-01T18:30:00Z", "day": "2026-03-29", "fee": 1234.5, "currency": "EUR", "adults": 2,
          "plates": [ { "text": "4471 KLM", "here": true }, { "text": "1020 ABC", "here": false } ], "none": null
        }
        """)!;

    private async Task<string> RenderAsync(string template, object? model = null, string culture = "en", TextEncoder? encoder = null)
    {
        var text = "";
        await site.Sites.InAsync("alba", async services =>
        {
            using var scope = CultureScope.Create(culture, culture, ignoreSystemSettings: true);
            text = await services.GetRequiredService<ILiquidTemplateManager>().RenderStringAsync(template, encoder, model ?? Visit.DeepClone());
        });
        return text;
    }

    private Task<string> HtmlAsync(string template, object? model = null) => RenderAsync(template, model, encoder: HtmlEncoder.Default);

    private async Task<LiquidError> WrongAsync(string template)
    {
        var exception = await Assert.ThrowsAsync<LiquidException>(() => RenderAsync(template));
        return exception.Errors[0];
    }

    [Theory]
    [InlineData("{{ Model.guest }}", "Inés <b>&")]
    [InlineData("{{ Model.plates[1].text }}", "1020 ABC")]
    [InlineData("{{ Model.plates | map: 'text' | join: ', ' }}", "4471 KLM, 1020 ABC")]
    [InlineData("{{ Model.plates | where: 'here' | size }}", "1")]
    [InlineData("{{ Model.plates | where: 'text', '1020 ABC' | map: 'here' | first }}", "false")]
    [InlineData("{% for plate in Model.plates %}{{ forloop.index }}:{{ plate.text }}{% unless forloop.last %}; {% endunless %}{% endfor %}", "1:4471 KLM; 2:1020 ABC")]
    [InlineData("{% if Model.adults > 1 and Model.none == nil %}many{% else %}one{% endif %}", "many")]
    [InlineData("{% case Model.adults %}{% when 1 %}one{% when 2 %}two{% else %}more{% endcase %}", "two")]
    [InlineData("{% assign total = Model.adults | times: 3 | plus: 1 %}{{ total }}", "7")]
    [InlineData("{% capture whole %}{{ Model.guest }}!{% endcapture %}{{ whole }}", "Inés <b>&!")]
    [InlineData("{{ Model.guest | upcase | truncate: 6 }}", "INÉS …")]
    [InlineData("{{ Model.missing.member.of.nothing }}|{{ nothing }}", "|")]
    [InlineData("{{ Model.missing | default: 'nobody' }}", "nobody")]
    [InlineData("{{ 'b,a,c' | split: ',' | sort | join: '' }}", "abc")]
    [InlineData("{{ 7 | divided_by: 2 }} {{ 7.0 | divided_by: 2 }} {{ 7 | modulo: 3 }} {{ 2.5 | round }} {{ -3 | abs }}", "3 3.5 1 3 3")]
    [InlineData("{{ Model.guest | contains }}{% if Model.guest contains 'nés' %}yes{% endif %}", null)]
    [InlineData("{% comment %}{{ nonsense | nowhere }}{% endcomment %}ok", "ok")]
    [InlineData("{% raw %}{{ as it stands }}{% endraw %}", "{{ as it stands }}")]
    [InlineData("{% for i in (1..3) %}{{ i }}{% endfor %}", "123")]
    [InlineData("{{ '{\"a\":[1,2]}' | jsonparse | json }}", "{\"a\":[1,2]}")]
    [InlineData("{{ 'Straße Nº 5' | slugify }}", "straße-nº-5")]
    [InlineData("{{ '~/visits/1' | absolute_url }} {{ 'https://else.example/x' | absolute_url }}", "https://alba.example/visits/1 https://else.example/x")]
    [InlineData("{{ Site.SiteName }}", "Jardines <del> Alba")]
    public async Task It_does_what_Liquid_does(string template, string? expected)
    {
        if (expected is null)
            Assert.Contains("contains", (await WrongAsync(template)).Message);
        else
            Assert.Equal(expected, await RenderAsync(template));
    }

    [Theory]
    [InlineData("{{ Model.guest }}", "In&#xE9;s &lt;b&gt;&amp;")]
    [InlineData("<i>{{ Model.guest | upcase }}</i>", "<i>IN&#xC9;S &lt;B&gt;&amp;</i>")]
    [InlineData("{% capture bold %}<b>{{ '<' }}</b>{% endcapture %}{{ bold }}", "<b>&lt;</b>")]
    [InlineData("{{ '<p>fine<script>alert(1)</script></p>' | raw }}", "<p>fine</p>")]
    [InlineData("{{ '**so** <script>x</script>' | markdownify }}", "<p><strong>so</strong> ")]
    [InlineData("{{ 'a\nb' | newline_to_br }}", "a<br>\nb")]
    [InlineData("{{ Model.plates[0] }}", "{&quot;text&quot;:&quot;4471 KLM&quot;,&quot;here&quot;:true}")]
    public async Task In_HTML_every_value_is_encoded_unless_it_was_made_safe(string template, string expected) =>
        Assert.StartsWith(expected, await HtmlAsync(template));

    [Theory]
    [InlineData("{{ Model.atUtc | date: '%d.%m.%Y %H:%M' }}", "en", "01.07.2026 20:30")]
    [InlineData("{{ Model.atUtc | date: '%A %-d %B' }}", "es", "miércoles 1 julio")]
    [InlineData("{{ Model.atUtc | day }}", "es", "miércoles, 1 de julio de 2026")]
    [InlineData("{{ Model.atUtc | day }}", "zh-Hans", "2026年7月1日星期三")]
    [InlineData("{{ Model.atUtc | time }}", "es", "20:30")]
    [InlineData("{{ Model.atUtc | utc }}", "es", "2026-07-01T18:30:00Z")]
    [InlineData("{{ Model.day | date: '%F' }}", "en", "2026-03-29")]
    [InlineData("{{ 'now' | date: '%F %R' }}", "en", "2026-03-02 10:00")]
    [InlineData("{{ 'someday' | date: '%F' }}", "en", "someday")]
    [InlineData("{{ Model.fee | money: 'EUR' }}", "es", "1.234,50 €")]
    [InlineData("{{ Model.fee | money: Model.currency }}", "en", "€1,234.50")]
    [InlineData("{{ Model.fee | money: 'JPY' }}", "en", "¥1,235")]
    [InlineData("{{ Model.fee | format_number: 'N1' }}", "es", "1.234,5")]
    public async Task Moments_are_the_communitys_and_words_the_readers(string template, string culture, string expected) =>
        Assert.Equal(expected, (await RenderAsync(template, culture: culture)).Replace('\u00A0', ' ').Replace('\u202F', ' '));

    [Fact]
    public async Task A_content_item_is_seen_with_its_parts()
    {
        var text = "";
        await site.Sites.InAsync("alba", async services =>
        {
            var item = new ContentItem { ContentType = "Notice", DisplayText = "Pool" };
            item.Weld(new TitlePart { Title = "The pool is closed" });
            text = await services.GetRequiredService<ILiquidTemplateManager>().RenderStringAsync(
                "{{ Model.ContentItem.DisplayText }}/{{ Model.ContentItem.TitlePart.Title }}/{{ Model.ContentItem.Content.TitlePart.Title }}/{{ Model.ContentItem.ContentType }}/{{ Model.ContentItem | display_text }}",
                null,
                new Dictionary<string, object?> { ["ContentItem"] = item });
        });
        Assert.Equal("Pool/The pool is closed/The pool is closed/Notice/Pool", text);
    }

    /// <summary>Objects with behaviour or secrets are nothing to a template, wherever they come from.</summary>
    [Fact]
    public async Task Nothing_but_content_JSON_and_primitives_can_be_seen()
    {
        await site.Sites.InAsync("alba", async services =>
        {
            var model = new Dictionary<string, object?>
            {
                ["services"] = services,
                ["user"] = new User { UserName = "ana", PasswordHash = "hash", SecurityStamp = "stamp" },
                ["settings"] = services.GetRequiredService<ShellSettings>(),
                ["file"] = new FileInfo("/etc/passwd"),
                ["task"] = Task.FromResult("x"),
                ["type"] = typeof(Process),
                ["func"] = new Func<string>(() => "called"),
                ["list"] = new object[] { services, new User { PasswordHash = "hash" } },
            };
            foreach (var template in new[]
            {
                "{{ Model.services }}{{ Model.services.GetType }}", "{{ Model.user }}{{ Model.user.PasswordHash }}{{ Model.user.SecurityStamp }}{{ Model.user.UserName }}",
                "{{ Model.settings.Name }}{{ Model.settings['Name'] }}", "{{ Model.file.FullName }}{{ Model.file.OpenText }}", "{{ Model.task.Result }}",
                "{{ Model.type.Assembly.Location }}", "{{ Model.func }}{{ Model.func.Method }}", "{{ Model.list[0] }}{{ Model.list[1].PasswordHash }}{{ Model.list | map: 'PasswordHash' }}",
                "{{ Model.GetType }}{{ Model.Keys }}{{ Model.Comparer }}", "{{ Site.SiteSalt }}{{ Site.SuperUser }}{{ Site.Properties }}", "{{ HttpContext.Request }}{{ ViewContext }}{{ Services }}",
                "{{ 'x'.GetType }}{{ 'x'.Chars }}", "{{ Culture.Calendar }}{{ Culture.TextInfo }}", "{{ Request.Headers }}{{ Request.Cookies }}{{ Request.Query }}{{ Request.QueryString }}",
            })
                Assert.Equal("", await services.GetRequiredService<ILiquidTemplateManager>().RenderStringAsync(template, null, model));
        });
    }

    [Theory]
    [InlineData("{% include '/etc/passwd' %}")]
    [InlineData("{% render 'x' %}")]
    [InlineData("{{ 'x' | object.eval }}")]
    [InlineData("{{ object.eval 'x' }}")]
    [InlineData("{{ '1+1' | eval }}")]
    [InlineData("{{ 'a' | regex.match: '(a+)+$' }}")]
    [InlineData("{{ 'x' | execute }}")]
    [InlineData("{% func f %}{% endfunc %}")]
    [InlineData("{% import Model %}")]
    [InlineData("{% while true %}{% endwhile %}")]
    [InlineData("{% capture Model.guest %}x{% endcapture %}")]
    [InlineData("{% assign Model.guest = 'x' %}")]
    [InlineData("{{ 'x' | upcase_all }}")]
    [InlineData("{% antiforgerytoken %}{{ x | shape_render }}")]
    [InlineData("{% for x in Model.plates %}")]
    [InlineData("{% if %}{% endif %}")]
    [InlineData("{% endif %}")]
    [InlineData("{{ Model.guest ")]
    [InlineData("{{ | }}")]
    public async Task What_is_no_Liquid_is_refused_with_its_place(string template)
    {
        await site.Sites.InAsync("alba", async services =>
        {
            var liquid = services.GetRequiredService<ILiquidRenderer>();
            var placed = "first line\n  " + template;
            Assert.False(liquid.Validate(placed, out var errors));
            Assert.All(errors, error => Assert.StartsWith("(2, ", error));
            await Assert.ThrowsAsync<LiquidException>(() => liquid.RenderAsync(placed, null, Visit.DeepClone()));
        });
    }

    [Fact]
    public async Task An_unknown_filter_is_named_with_line_and_column()
    {
        await site.Sites.InAsync("alba", services =>
        {
            var error = Assert.Single(services.GetRequiredService<ILiquidRenderer>().Check("Dear {{ Model.guest }},\nyour {{ Model.fee | moneys: 'EUR' }}"));
            Assert.Equal((2, 21), (error.Line, error.Column));
            Assert.Contains("moneys", error.Message);
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("{% for a in (1..100000) %}{% endfor %}")]
    [InlineData("{% for a in (1..900) %}{% for b in (1..900) %}{% endfor %}{% endfor %}")]
    [InlineData("{% assign x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}{% for a in (1..40) %}{% assign x = x | append: x %}{% endfor %}{{ x }}")]
    [InlineData("{% capture x %}aaaaaaaaaaaaaaaa{% endcapture %}{% for a in (1..40) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign x = 'a' %}{% for a in (1..20) %}{% assign x = x | replace: 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}{% endfor %}")]
    [InlineData("{% for a in (1..9999) %}{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }}{% endfor %}")]
    [InlineData("{% assign x = '1,2,3,4,5,6,7,8' | split: ',' %}{% for a in (1..40) %}{% assign x = x | concat: x %}{% endfor %}")]
    [InlineData("{{ (1..1000000000) | join: ',' }}")]
    [InlineData("{{ (1..1000000000) | reverse | first }}")]
    [InlineData("{{ 1.5 | format_number: 'N99999999' }}")]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    public async Task A_template_that_goes_wrong_ends_soon_and_says_why(string template)
    {
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var error = await WrongAsync(template);
        Assert.NotEmpty(error.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
        Assert.True(GC.GetTotalAllocatedBytes() - before < 512L << 20);
    }

    [Theory]
    [InlineData("{% if true %}", "{% endif %}")]
    [InlineData("{%- for x in Model.plates -%}", "{%- endfor -%}")]
    [InlineData("{% capture x %}", "{% endcapture %}")]
    [InlineData("{{ ((", ")) }}")]
    public async Task Tags_within_tags_end_before_the_stack_does(string open, string close)
    {
        var template = string.Concat(Enumerable.Repeat(open, 3000)) + string.Concat(Enumerable.Repeat(close, 3000));
        await WrongAsync(template);
        await WrongAsync(string.Concat(Enumerable.Repeat("{{ " + new string('(', 20_000), 1)));
        await WrongAsync("{{ a" + string.Concat(Enumerable.Repeat(" | append: a", 5_000)) + " }}");
    }

    [Fact]
    public async Task The_same_text_is_parsed_once_and_rendered_side_by_side()
    {
        await site.Sites.InAsync("alba", async services =>
        {
            var liquid = services.GetRequiredService<ILiquidRenderer>();
            await liquid.RenderAsync("{{ Model.n }}", null, new Dictionary<string, object?> { ["n"] = -1 });
            var texts = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => liquid.RenderAsync(
                "{% assign x = Model.n %}{% for i in (1..5) %}{% assign x = x | plus: 1 %}{% endfor %}{{ x }}", null, new Dictionary<string, object?> { ["n"] = n }))));
            Assert.Equal(Enumerable.Range(5, 200).Select(n => n.ToString(CultureInfo.InvariantCulture)), texts);
        });
    }
}
