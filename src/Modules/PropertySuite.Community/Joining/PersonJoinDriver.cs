using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;

namespace PropertySuite.Community.Joining;

/// <summary>On a person's page: whether the person signs in, and the way to give a code.</summary>
public sealed class PersonJoinDriver(JoinBook book, IContentManager contents, RegisterAccess access, CommunityTimes times) : DisplayDriver<PersonHub>
{
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await access.MayManageAsync() || (await contents.GetAsync(model.Person.Id))?.As<PersonPart>() is not { } person) return Combine();
        var code = person.UserId is null ? await book.OpenAsync(model.Person.Id) : null;
        var time = await times.GetAsync();
        return Initialize<PersonJoin>(shape =>
        {
            (shape.PersonId, shape.HasAccount, shape.HasMail) = (model.Person.Id, person.UserId is not null, person.Email is { Length: > 0 });
            shape.HoldsSomething = model.Ties.Any(tie => tie.Kind != TieKind.Staff && (tie.Until is null || model.Today < tie.Until));
            (shape.MadeBy, shape.Until) = (code?.MadeByName, code is null ? null : time.DayAt(code.ExpiresUtc));
        }).Location("Side:60");
    }
}

/// <summary>How the person signs in. Shape <c>PersonJoin</c>.</summary>
public class PersonJoin
{
    public string PersonId { get; set; } = "";
    public bool HasAccount { get; set; }
    public bool HasMail { get; set; }
    public bool HoldsSomething { get; set; }

    /// <summary>Who made the code that is open; null when there is none.</summary>
    public string? MadeBy { get; set; }

    public DateOnly? Until { get; set; }
}
