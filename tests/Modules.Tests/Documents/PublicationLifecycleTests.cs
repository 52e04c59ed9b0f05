using PropertySuite.Core;
using PropertySuite.Documents;

namespace Modules.Tests.Documents;

/// <summary>NTC-03, DOC-02: who moves a publication from where to where; everything else is refused.</summary>
public sealed class PublicationLifecycleTests
{
    private static readonly DateTime Now = new(2026, 11, 12, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Editor = new("u1", "Lucía", [Permissions.Edit]);
    private static readonly Actor Stranger = new("u2", "Nadie");

    private static readonly Dictionary<(PublicationState From, string Verb), PublicationState> Allowed = new()
    {
        [(PublicationState.Draft, "publish")] = PublicationState.Published,
        [(PublicationState.Scheduled, "withdraw")] = PublicationState.Withdrawn,
        [(PublicationState.Published, "withdraw")] = PublicationState.Withdrawn,
        [(PublicationState.Withdrawn, "reopen")] = PublicationState.Draft,
        [(PublicationState.Ended, "reopen")] = PublicationState.Draft,
    };

    public static TheoryData<PublicationState, string> Cells
    {
        get
        {
            var cells = new TheoryData<PublicationState, string>();
            foreach (var state in Enum.GetValues<PublicationState>())
            {
                foreach (var verb in new[] { "publish", "withdraw", "reopen" }) cells.Add(state, verb);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void NTC_03_every_transition_is_allowed_or_refused_as_the_table_says(PublicationState state, string id)
    {
        var verb = PublicationVerbs.Of(id)!;
        if (Allowed.TryGetValue((state, id), out var reached))
        {
            var news = In(state);
            Assert.Equal("lifecycle.not-yours", Assert.Throws<RefusedException>(() => news.Take(verb, Stranger, Now, "why")).Code);
            Assert.Equal("lifecycle.not-yours", Assert.Throws<RefusedException>(() => news.Take(verb, Actor.Policy, Now, "why")).Code);
            news.Take(verb, Editor, Now, "why");
            Assert.Equal(reached, news.State);
        }
        else
        {
            Assert.Equal("lifecycle.not-from-here", Assert.Throws<RefusedException>(() => In(state).Take(verb, Editor, Now, "why")).Code);
        }
    }

    [Fact]
    public void NTC_03_time_publishes_and_ends_by_itself()
    {
        var news = Written(Now.AddHours(2), Now.AddHours(5));
        Assert.Equal(PublicationState.Draft, news.StateAt(Now.AddHours(3)));
        news.Publish(Editor, Now);

        Assert.Equal(PublicationState.Scheduled, news.StateAt(Now.AddHours(2).AddTicks(-1)));
        Assert.Equal(PublicationState.Published, news.StateAt(Now.AddHours(2)));
        Assert.Equal(PublicationState.Published, news.StateAt(Now.AddHours(5).AddTicks(-1)));
        Assert.Equal(PublicationState.Ended, news.StateAt(Now.AddHours(5)));
        Assert.Equal(Now.AddHours(2), news.ReadSinceUtc);
        Assert.Equal("publication.not-over-yet", Assert.Throws<RefusedException>(() => PublicationLifecycle.Table.Take(news, PublicationVerbs.End, Actor.Clock, Now)).Code);
        PublicationLifecycle.Table.Take(news, PublicationVerbs.End, Actor.Clock, Now.AddHours(5));
        Assert.Equal(PublicationState.Ended, news.State);
    }

    [Fact]
    public void NTC_03_what_is_over_is_not_published_and_withdrawing_asks_why()
    {
        Assert.Equal("publication.over", Assert.Throws<RefusedException>(() => Written(null, Now).Publish(Editor, Now)).Code);
        Assert.Equal("lifecycle.reason-missing", Assert.Throws<RefusedException>(() => In(PublicationState.Published).Take(PublicationVerbs.Withdraw, Editor, Now, " ")).Code);
    }

    [Theory]
    [InlineData("", "x", "publication.title-missing", "Texts[2].Title")]
    [InlineData("x", "", null, null)]
    public void NTC_01_a_text_has_a_title(string title, string body, string? code, string? field)
    {
        var plan = new PublicationPlan([new LocalText("es", title, body)], [2], Audience.Everybody, null, null);

        if (code is null)
        {
            Assert.Equal(PublicationState.Draft, Begun(plan).State);
            return;
        }

        var refused = Assert.Throws<RefusedException>(() => Begun(plan));
        Assert.Equal((code, field), (refused.Code, refused.Field));
    }

    [Fact]
    public void NTC_01_a_last_day_before_the_first_is_refused_at_its_field() =>
        Assert.Equal("UntilDay", Assert.Throws<RefusedException>(() => Written(Now, Now.AddDays(-1))).Field);

    [Fact]
    public void NTC_07_a_reader_is_given_the_own_language_its_relative_or_the_first()
    {
        var news = new NewsPart { Texts = [new("es", "Agua"), new("zh-Hans", "停水"), new("en", "Water")] };

        Assert.Equal("Water", news.TextFor("en").Title);
        Assert.Equal("停水", news.TextFor("zh-Hant").Title);
        Assert.Equal("Water", news.TextFor("en-GB").Title);
        Assert.Equal("Agua", news.TextFor("fr").Title);
    }

    [Fact]
    public void DOC_01_the_version_of_the_day_holds_and_the_next_one_is_announced()
    {
        var document = new HouseDocumentPart();
        document.Add("old", "es", new DateOnly(2025, 1, 1), null, Editor, Now);
        document.Add("new", "es", new DateOnly(2026, 12, 1), "Fianza", Editor, Now);
        document.Add("english", "en", new DateOnly(2026, 1, 1), null, Editor, Now);
        var today = new DateOnly(2026, 11, 12);

        Assert.Equal(["old", "english"], document.On(today).Select(version => version.AttachmentId));
        Assert.Equal(["new"], document.After(today).Select(version => version.AttachmentId));
        Assert.Equal(["new", "english"], document.On(new DateOnly(2026, 12, 1)).Select(version => version.AttachmentId));
        Assert.Equal([1, 2, 1], document.Versions.Select(version => version.Number));
    }

    [Fact]
    public void DOC_02_a_document_without_a_file_is_not_published()
    {
        var document = new HouseDocumentPart();
        document.Write(Editor, Now, new PublicationPlan([new("es", "Normas")], [0], Audience.Everybody, null, null));

        Assert.Equal("publication.file-missing", Assert.Throws<RefusedException>(() => document.Publish(Editor, Now)).Code);
        document.Add("file", "es", new DateOnly(2026, 1, 1), null, Editor, Now);
        document.Publish(Editor, Now);
        Assert.Equal(PublicationState.Published, document.State);
    }

    [Fact]
    public void Plain_text_has_paragraphs_and_lists()
    {
        var blocks = Paragraphs.Of("Uno\nsigue\n\n- a\n- b\ny\r\n\r\n\r\n  \r\nfin");

        Assert.Equal([(false, "Uno|sigue"), (true, "a|b"), (false, "y"), (false, "fin")], blocks.Select(block => (block.IsList, string.Join('|', block.Lines))));
        Assert.Equal("a; b. y", Paragraphs.Beginning("- a\n- b\ny"));
        Assert.Equal("Cinco palabras …", Paragraphs.Beginning("Cinco palabras largas", 16));
    }

    private static NewsPart Begun(PublicationPlan plan)
    {
        var news = new NewsPart();
        news.Write(Editor, Now, plan);
        return news;
    }

    private static NewsPart Written(DateTime? from, DateTime? until) => Begun(new PublicationPlan([new LocalText("es", "Agua")], [0], Audience.Everybody, from, until));

    private static NewsPart In(PublicationState state)
    {
        var news = Written(null, null);
        if (state == PublicationState.Draft) return news;
        news.Publish(Editor, Now.AddDays(-2));
        if (state == PublicationState.Scheduled) news.FromUtc = Now.AddDays(1);
        else if (state == PublicationState.Ended) news.UntilUtc = Now.AddDays(-1);
        else if (state == PublicationState.Withdrawn) news.Take(PublicationVerbs.Withdraw, Editor, Now, "why");
        Assert.Equal(state, news.StateAt(Now));
        return news;
    }
}
