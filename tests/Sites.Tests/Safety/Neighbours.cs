using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Notifications.Models;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Core;
using PropertySuite.Documents;
using PropertySuite.Parking;
using PropertySuite.Platform.Users;
using PropertySuite.Decoration;
using Sites.Tests.Community;
using Sites.Tests.Hosting;
using YesSql;
using ActivityIndex = PropertySuite.Activities.ActivityIndex;
using ActivityPermissions = PropertySuite.Activities.ActivityPermissions;
using Turns = PropertySuite.Activities.Turns;
using ViolationKind = PropertySuite.Parking.ViolationKind;

namespace Sites.Tests.Safety;

/// <summary>
/// Four households with a visit each: two that live in the house, one that has moved out and one whose account is
/// blocked. All of them have signed in while they might.
/// </summary>
public sealed class Neighbours : IAsyncLifetime
{
    public const string Owner = "owner";
    public const string Neighbour = "neighbour";
    public const string Former = "former";
    public const string Blocked = "blocked";

    private const string Unit = "albaunitb07c00000000a9c767";
    private const string NextUnit = "albaunitb08c00000000558c90";

    private readonly DemoSite _demo = new();
    private readonly Dictionary<(string Person, string Kind), string> _own = [];
    private readonly Dictionary<string, (string First, string Second)> _records = [];

    public TestSites Sites => _demo.Sites;

    /// <summary>Who has signed in, by name; <c>nobody</c> has not.</summary>
    public Dictionary<string, TestBrowser> Browsers { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        Assert.Empty((await Sites.SetUpAsync("Default", "default-tenant", "localhost")).Values);
        using (var first = Sites.Browser("https://localhost"))
        {
            await first.ReadAsync("/Login");
        }

        await MoveInAsync(Neighbour, NextUnit);
        await MoveInAsync(Former, NextUnit);
        await MoveInAsync(Blocked, NextUnit);
        foreach (var person in new[] { Owner, Neighbour, Former, Blocked })
        {
            // The device that the person will sign out from another.
            (await _demo.SignInAsync(person)).Dispose();
            await _demo.InAsync(async services => _own[(person, "session")] = (await services.GetRequiredService<SignInSessions>().OfAsync((await UserAsync(services, person)).UserId))[0].SessionId);

            Browsers[person] = await _demo.SignInAsync(person);
            await AnnounceAsync(person, person == Owner ? Unit : NextUnit);
            await InstructAsync(person, person == Owner ? Unit : NextUnit);
            await RaiseAsync(person, person == Owner ? Unit : NextUnit);
            await NoteAsync(person, person == Owner ? Unit : NextUnit);
            await ParkAsync(person, person == Owner ? "B-07-C" : "B-08-C");
            await TakePartAsync(person, person == Owner ? Unit : NextUnit);
        }

        foreach (var person in new[] { "guard", "desk", "manager" })
        {
            Browsers[person] = await _demo.SignInAsync(person);
        }

        Browsers["nobody"] = _demo.Visitor();
        await MoveOutAsync(Former);
        await BlockAsync(Blocked);
        await FindRecordsAsync();
    }

    /// <summary>What belongs to a person; for whoever has nothing of the kind, something that is there.</summary>
    public string OwnOf(string person, string kind) => _own.TryGetValue((person, kind), out var id) ? id : _records.TryGetValue(kind, out var record) ? record.First : _own[(Owner, kind)];

    /// <summary>What belongs to somebody else.</summary>
    public string OtherOf(string person, string kind) =>
        _records.TryGetValue(kind, out var record) && !_own.ContainsKey((Owner, kind)) ? record.Second : _own[(person == Owner ? Neighbour : Owner, kind)];

    /// <summary>What looks like an id of the kind and is none.</summary>
    public static string NoneOf(string sample) => sample.Length > 6 ? new string('q', sample.Length) : "none" + sample;

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in Browsers.Values)
        {
            browser.Dispose();
        }

        await _demo.DisposeAsync();
    }

    private Task MoveInAsync(string name, string unit) => _demo.InAsync(async services =>
    {
        var user = new User { UserName = name, Email = name + "@example.org", RoleNames = ["Owner"] };
        Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(user, null, (key, error) => Assert.Fail($"{key}: {error}")));
        var contents = services.GetRequiredService<IContentManager>();
        var person = await contents.NewAsync("Person");
        person.Alter<PersonPart>(part =>
        {
            part.Name(name, "Vecino");
            part.SignInAs(user.UserId);
        });
        await contents.CreateAsync(person, VersionOptions.Published);
        await services.GetRequiredService<ISession>().FlushAsync();
        await services.GetRequiredService<TieBook>().BeginAsync(
            tie =>
            {
                tie.Begin(unit, person.ContentItemId, TieKind.Family, new DateOnly(2025, 1, 1));
                tie.Tell(atHome: true, paysBills: false);
            },
            new Actor("manager", "manager"));
    });

    private async Task AnnounceAsync(string person, string unit)
    {
        using var announced = await Browsers[person].SubmitAsync(
            "/my/visits/new", "/my/visits/new",
            ("Name", "Guest of " + person), ("UnitId", unit), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "1"), ("Car", "no"));
        var page = announced.Headers.Location!.ToString();
        _own[(person, "visit")] = page.Split('/')[^1];
        var pass = await Browsers[person].ReadAsync(page);
        var at = pass.IndexOf("/pass/", StringComparison.Ordinal) + "/pass/".Length;
        _own[(person, "pass")] = pass[at..pass.IndexOf('"', at)];
    }

    private async Task InstructAsync(string person, string unit)
    {
        using var issued = await Browsers[person].SubmitAsync(
            "/my/visits/recurring/new", "/my/visits/recurring/new",
            ("Name", "Help of " + person), ("UnitId", unit), ("Kind", "DomesticHelp"), ("Days", "Monday"), ("From", "8:00"), ("Until", "14:00"), ("ValidUntil", "31/12/2026"));
        _own[(person, "recurring")] = issued.Headers.Location!.ToString().Split('/')[^1];
        using var given = await Browsers[person].SubmitAsync("/my/visits/instructions", "/my/visits/instructions", ("UnitId", unit), ("Kind", "Note"), ("Text", "For " + person));
        var page = await Browsers[person].ReadAsync("/my/visits/instructions");
        var end = page.LastIndexOf("/end\"", StringComparison.Ordinal);
        _own[(person, "instruction")] = page[(page.LastIndexOf('/', end - 1) + 1)..end];
    }

    // A registration and a turn of each, for the activities of the demonstration.
    private async Task TakePartAsync(string person, string unit)
    {
        if (!_records.ContainsKey("notice"))
        {
            await _demo.InAsync(async services =>
            {
                var open = (await services.GetRequiredService<ISession>().QueryIndex<ActivityIndex>(row => row.TakesRegistrations && (row.State == "Open" || row.State == "Full")).OrderByDescending(row => row.Capacity).Take(2).ListAsync()).ToList();
                _records["notice"] = (open[0].ActivityId, open[1].ActivityId);
                _records["slug"] = (open[0].Slug, open[1].Slug);
                _records["shift"] = ("import", "another");
            });
        }

        var (activity, other) = _records["notice"];
        foreach (var id in new[] { other, activity })
        {
            using var registered = await Browsers[person].SubmitAsync($"/my/registrations/new/{id}", $"/my/registrations/new/{id}", ("Persons", "1"), ("UnitId", unit));
            if (registered.Headers.Location?.ToString() is { } mine) _own[(person, "registration")] = mine.Split('/')[^1];
        }

        await _demo.InAsync(async services =>
        {
            var me = (await services.GetRequiredService<IPersonDirectory>().OfUserAsync((await UserAsync(services, person)).UserId))!;
            await services.GetRequiredService<Turns>().SignUpAsync(new Actor(person, person, [ActivityPermissions.TakePart], [me.Id]), activity, "import", me.Id, person);
            _own[(person, "turn")] = (await services.GetRequiredService<Turns>().OfPersonAsync(me.Id))[0].TurnId;
        });
    }

    private async Task RaiseAsync(string person, string unit)
    {
        using var raised = await Browsers[person].SubmitAsync(
            "/my/matters/new", "/my/matters/new", ("Kind", "Complaint"), ("Category", "water"), ("UnitId", unit), ("Subject", "Leak of " + person), ("Text", "It drips at " + person));
        _own[(person, "complaint")] = raised.Headers.Location!.ToString().Split('/')[^1];
    }

    private Task NoteAsync(string person, string unit) => _demo.InAsync(async services =>
    {
        var user = await UserAsync(services, person);
        var register = await services.GetRequiredService<IPersonDirectory>().OfUserAsync(user.UserId);
        _own[(person, "unit")] = unit;
        _own[(person, "user")] = user.UserId;
        await services.GetRequiredService<INotificationService>().SendAsync(user, new NotificationMessage { Subject = "For " + person, Summary = "Yours alone" });
        await services.GetRequiredService<ISession>().FlushAsync();
        _own[(person, "notification")] = (await services.GetRequiredService<ISession>().QueryIndex<NotificationIndex>(row => row.UserId == user.UserId).FirstOrDefaultAsync())!.NotificationId!;
        _own[(person, "person")] = register!.Id;
        _own[(person, "tie")] = (await services.GetRequiredService<TieBook>().EverOfPersonAsync(register.Id))[0].ContentItem.ContentItemId;
    });

    /// <summary>A car with a space, and another one that waits for one.</summary>
    private Task ParkAsync(string person, string unit) => _demo.InAsync(async services =>
    {
        var (book, spaces) = (services.GetRequiredService<ParkingBook>(), services.GetRequiredService<Spaces>());
        var desk = new Actor("desk", "desk", [ParkingPermissions.Handle, ParkingPermissions.Report]);
        var area = await book.NewAsync<AreaPart>(ParkingTypes.Area);
        area.Describe("T" + person[..3], "Area of " + person, 0);
        await spaces.SaveAsync(area, isNew: true);
        var areaId = area.ContentItem.ContentItemId;
        var space = await spaces.AddAsync(new(areaId, area.Code, 0, "1", SpaceKind.Car, SpaceSize.Medium, SpaceOwnership.Community, false, false));
        var holder = await services.GetRequiredService<HolderFinder>().GetAsync(unit, _own[(person, "person")]);
        var vehicles = services.GetRequiredService<Vehicles>();
        var parked = await vehicles.RegisterAsync(desk, VehicleFacts.Of(person[..4] + "1", VehicleKind.Car, null, false), holder);
        var terms = new LeaseTerms(space.ContentItem.ContentItemId, space.Code, area.Code, Period.Of(await book.TodayAsync(), 12), 60m);
        var lease = await services.GetRequiredService<Leases>().BeginAsync(desk, terms, holder, parked.ContentItem.ContentItemId, parked.Facts.Written, null);
        var waits = await services.GetRequiredService<Applications>().ApplyAsync(desk, holder, VehicleFacts.Of(person[..4] + "2", VehicleKind.Car, null, false), new(areaId, area.Code, SpaceKind.Car, false, false, await book.TodayAsync(), 12));
        var violation = await services.GetRequiredService<Violations>().ReportAsync(desk, PropertySuite.Parking.ViolationKind.Other, parked.Facts.Written, "P1", null);
        _own[(person, "parkvehicle")] = parked.ContentItem.ContentItemId;
        _own[(person, "parklease")] = lease.ContentItem.ContentItemId;
        _own[(person, "parkapplication")] = waits.ContentItem.ContentItemId;
        _own[(person, "parkspace")] = space.ContentItem.ContentItemId;
        _own[(person, "parkarea")] = areaId;
        _own[(person, "parkviolation")] = violation.ContentItem.ContentItemId;
    });

    private Task MoveOutAsync(string person) => _demo.InAsync(async services =>
    {
        var book = services.GetRequiredService<TieBook>();
        await book.EndAsync((await book.FindAsync(_own[(person, "tie")]))!, new DateOnly(2026, 3, 2), "Sale", new Actor("manager", "manager"));
    });

    private Task BlockAsync(string person) => _demo.InAsync(async services =>
    {
        var user = await UserAsync(services, person);
        await services.GetRequiredService<IUserService>().DisableAsync(user);
        await services.GetRequiredService<SignInSessions>().EndAllAsync(user.UserId);
    });

    private Task FindRecordsAsync() => _demo.InAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        foreach (var type in new[] { "Building", "Entrance", "Badge", "Unit" })
        {
            var rows = (await session.Query<ContentItem, ContentItemIndex>(row => row.ContentType == type && row.Published).Take(2).ListAsync()).ToList();
            _records[type == "Unit" ? "content" : type.ToLowerInvariant()] = (rows[0].ContentItemId, rows[^1].ContentItemId);
        }

        foreach (var type in new[] { "ServiceCompany", "ServiceContract", "ServiceStatement", "Checklist" })
        {
            var rows = (await session.Query<ContentItem, ContentItemIndex>(row => row.ContentType == type && row.Published).Take(2).ListAsync()).ToList();
            _records[type.ToLowerInvariant()] = (rows[0].ContentItemId, rows[^1].ContentItemId);
        }

        _records["servicefinding"] = ("4finding000000000000000001", "4finding000000000000000002");
        _records["servicetender"] = ("4tender0000000000000000001", "4tender0000000000000000002");
        _records["serviceinspection"] = ("4inspect000000000000000001", "4inspect000000000000000002");
        _records["role"] = ("Owner", "Guard");
        _records["type"] = ("Unit", "Person");
        _records["feature"] = ("PropertySuite.Visitors", "PropertySuite.Community");
        _records["list"] = ("units", "people");
        _records["import"] = ("4import0000000000000000001", "4import0000000000000000002");
        if (!_records.ContainsKey("job")) _records["job"] = ("4job0000000000000000000001", "4job0000000000000000000002");
        _records["theme"] = ("PropertySuite.Office", "PropertySuite.Residence");
        _records["tenant"] = ("alba", "Default");
        _records["settings"] = ("login", "registration");
        _records["zone"] = ("Europe/Madrid", "Asia/Shanghai");
        _records["parkkind"] = ("application", "violation");
        _records["verb"] = ("approve", "deny");
        _records["watch"] = ("4watch00000000000000000001", "4watch00000000000000000002");
        _records["office"] = ("4office0000000000000000001", "4office0000000000000000002");
        _records["workorder"] = ("4workorder000000000000001", "4workorder000000000000002");
        _records["ask"] = ("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB");
        _records["task"] = ("PropertySuite.Core.TimedWorkTask", "PropertySuite.Visitors.VisitClockTask");
        _records["mail"] = ("4mail000000000000000000001", "4mail000000000000000000002");
        _records["message"] = ("users.invitation", "visitors.host-asked");
        _records["language"] = ("es", "en");
        _records["workflow"] = ("visithostsilent000000000001", "visitoverstay0000000000001");
        _records["activity"] = ("4activity00000000000000001", "4activity00000000000000002");
        _records["run"] = ("4run0000000000000000000001", "4run0000000000000000000002");
        _records["token"] = ("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB");
        await PlantAsync(services);
        await PlantWorksAsync(services);
        _records["nothing"] = ("first", "second");
    });

    /// <summary>Drafts: what is published is for everybody, so only a draft tells whether something is kept back.</summary>
    private async Task PlantAsync(IServiceProvider services)
    {
        var publications = services.GetRequiredService<Publications>();
        var editor = new Actor("editor", "editor", [PropertySuite.Documents.Permissions.Edit]);
        var plan = new PublicationPlan([new LocalText("es", "Borrador")], [0], Audience.Everybody, null, null);
        var files = new List<string>();
        foreach (var kind in new[] { "news", "housedocument" })
        {
            var ids = new List<string>();
            for (var i = 0; i < 2; i++)
            {
                PublicationPart draft = kind == "news" ? await publications.NewAsync<NewsPart>(DocumentTypes.News) : await publications.NewAsync<HouseDocumentPart>(DocumentTypes.HouseDocument);
                await publications.CreateAsync(draft, draft.Write(editor, Now, plan));
                ids.Add(draft.ContentItem.ContentItemId);
            }

            _records[kind] = (ids[0], ids[1]);
        }

        foreach (var draft in new[] { _records["news"].First, _records["news"].Second })
        {
            files.Add((await services.GetRequiredService<Attachments>().AddAsync(DocumentTypes.NewsKind, draft, DocumentTypes.PictureSlot, Visitors.FormFile.Jpeg(), "draft.jpg", editor)).AttachmentId);
        }

        _records["attachment"] = (files[0], files[1]);
    }

    /// <summary>Works of each household with a paper, and their money.</summary>
    private async Task PlantWorksAsync(IServiceProvider services)
    {
        var desk = new Actor("desk", "desk", [DecorationPermissions.Handle]);
        var permits = services.GetRequiredService<Permits>();
        var today = DateOnly.FromDateTime(permits.Now);
        var plan = new WorksPlan { Scope = [ScopeKind.Finishes], From = today.AddDays(7), Until = today.AddDays(9), Contractor = "Obras Miravalle", SiteManager = "Óscar", SiteManagerPhone = "600 000 471" };
        var begun = await permits.BeginAsync(desk, new PermitUnit(Unit, "B-07-C", "T3", 113), new Applicant(null, "Elena", false), plan, rulesAcknowledged: true);
        var next = (await permits.OfUnitAsync(NextUnit))[0];
        var proofs = new List<string>();
        foreach (var (people, id, number) in new[] { (new[] { Owner }, begun.ContentItem.ContentItemId, begun.Number), ([Neighbour, Former, Blocked], next.PermitId, next.Number) })
        {
            var paper = await services.GetRequiredService<Papers>().IssueAsync(
                new PaperDraft<PermitPart>("works.stop", Wording.Of(typeof(PermitTexts), "Order to stop the works"), id, number, DecorationPermissions.View, "~/Areas/PropertySuite.Decoration/Views/Papers/Stop.cshtml", begun), desk);
            proofs.Add(paper.Secret!);
            foreach (var person in people)
            {
                _own[(person, "works")] = id;
                _own[(person, "worksPaper")] = paper.PaperId;
            }
        }

        var book = services.GetRequiredService<IMoneyBook>();
        var demands = (await book.OfRecordAsync(next.PermitId)).ToList();
        demands.Add(await book.DemandAsync(
            new MoneyAsk { Key = "planted", RecordKind = "TST", RecordId = "planted", RecordNumber = "JDA-TST-2026-00001", PayerName = "Elena", Kind = DemandKind.Fee, Purpose = Wording.Of(typeof(MoneyTexts), "Receipt"), Amount = 10 }, desk));
        _records["demand"] = (demands[0].DemandId, demands[^1].DemandId);
        _records["entry"] = ((await book.EntriesAsync(demands[0].DemandId))[0].EntryId, "4entry00000000000000000002");
        _records["paper"] = (_own[(Owner, "worksPaper")], _own[(Neighbour, "worksPaper")]);
        _records["print"] = ("1", "2");
        _records["violation"] = ("violation-1", "violation-2");
        _records["proof"] = (proofs[0], proofs[1]);
    }

    private static DateTime Now { get; } = new(2026, 11, 12, 9, 0, 0, DateTimeKind.Utc);

    private static async Task<User> UserAsync(IServiceProvider services, string name) => (User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name))!;
}
