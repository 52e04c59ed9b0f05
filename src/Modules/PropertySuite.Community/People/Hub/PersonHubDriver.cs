using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;

namespace PropertySuite.Community.People.Hub;

/// <summary>What the register itself shows on the page of a person.</summary>
public sealed class PersonHubDriver(IContentManager contents, TieBook ties, TieLines lines, RegisterAccess access) : DisplayDriver<PersonHub>
{
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await access.MayViewAsync() || (await contents.GetAsync(model.Person.Id))?.As<PersonPart>() is not { } person) return Combine();

        var all = await lines.OfAsync(await ties.EverOfPersonAsync(model.Person.Id));
        var held = all.Where(line => line.Tie.HoldsOn(model.Today)).OrderBy(line => line.UnitCode, StringComparer.Ordinal).ToList();
        var others = all.Where(line => !line.Tie.HoldsOn(model.Today)).OrderByDescending(line => line.Tie.From).ToList();
        var manage = await access.MayManageAsync();
        var open = await access.MaySeePersonalDataAsync();

        return Combine(
            Initialize<PersonHead>(shape => (shape.PersonId, shape.Person, shape.Held, shape.MayManage) =
                (model.Person.Id, person, held, manage)).Location("Head:1"),
            Initialize<PersonHeld>(shape => (shape.Lines, shape.MayManage) = (held, manage)).Location("Main:10"),
            Initialize<PersonPast>(shape => shape.Lines = others).Location(others.Count > 0 ? "Main:80" : "-"),
            Initialize<PersonContact>(shape => (shape.Person, shape.SeesContacts) = (person, open)).Location("Side:50"));
    }
}

/// <summary>Head of a person's page. Shape <c>PersonHead</c>.</summary>
public class PersonHead
{
    public string PersonId { get; set; } = "";
    public PersonPart Person { get; set; } = default!;
    public IReadOnlyList<TieLine> Held { get; set; } = [];
    public bool MayManage { get; set; }
}

/// <summary>What the person holds today. Shape <c>PersonHeld</c>.</summary>
public class PersonHeld
{
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
    public bool MayManage { get; set; }
}

/// <summary>What the person held before, and will. Shape <c>PersonPast</c>.</summary>
public class PersonPast
{
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
}

/// <summary>How the person is reached. Shape <c>PersonContact</c>.</summary>
public class PersonContact
{
    public PersonPart Person { get; set; } = default!;

    /// <summary>Whether phone and e-mail are shown in full.</summary>
    public bool SeesContacts { get; set; }
}
