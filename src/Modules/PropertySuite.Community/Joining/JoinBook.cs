using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Settings;
using PropertySuite.Community.Ties;
using YesSql;

namespace PropertySuite.Community.Joining;

/// <summary>Makes codes for people of the register, and accounts of codes.</summary>
public sealed class JoinBook(ISession session, IContentManager contents, TieBook ties, ICommunityCalendar calendar, IUserService users, RegisterKinds kinds, IClock clock)
{
    /// <summary>The code of a person that has not been used and not expired; null when there is none.</summary>
    public async Task<JoinCode?> OpenAsync(string personId) =>
        (await session.Query<JoinCode, JoinCodeIndex>(row => row.PersonId == personId).ListAsync()).FirstOrDefault(code => code.UsedUtc is null && clock.UtcNow < code.ExpiresUtc);

    /// <summary>Makes a code; earlier ones of this person stop working.</summary>
    /// <returns>The code, which is not kept and cannot be read again.</returns>
    /// <exception cref="RefusedException">The person has an account, or holds nothing.</exception>
    public async Task<string> MakeAsync(PersonPart person, Actor by)
    {
        var personId = person.ContentItem.ContentItemId;
        if (person.UserId is not null) throw JoinRefusals.HasAccount.With();
        if (await RoleAsync(personId) is null) throw JoinRefusals.HoldsNothing.With();
        foreach (var earlier in await session.Query<JoinCode, JoinCodeIndex>(row => row.PersonId == personId).ListAsync())
        {
            session.Delete(earlier);
        }

        var code = JoinCode.Make();
        var now = clock.UtcNow;
        await session.SaveAsync(new JoinCode { CodeHash = JoinCode.Hash(JoinCode.Read(code)!), PersonId = personId, MadeByName = by.Name, MadeAtUtc = now, ExpiresUtc = now + JoinCode.Life });
        return code;
    }

    /// <summary>The code that was typed; null when there is none, or it was used, or it has expired.</summary>
    public async Task<JoinCode?> FindAsync(string? typed)
    {
        if (JoinCode.Read(typed) is not { } code) return null;
        var hash = JoinCode.Hash(code);
        return await session.Query<JoinCode, JoinCodeIndex>(row => row.CodeHash == hash).FirstOrDefaultAsync() is { UsedUtc: null } found && clock.UtcNow < found.ExpiresUtc ? found : null;
    }

    /// <summary>Makes the account of the person that the code is for, and uses the code up.</summary>
    /// <param name="report">Told what is wrong with address or password, by <c>Email</c>, <c>UserName</c> and <c>Password</c>.</param>
    /// <returns>False when something is wrong; then nothing is kept.</returns>
    /// <exception cref="RefusedException">The person has an account or holds nothing by now, or somebody used the code at the same moment.</exception>
    public async Task<bool> JoinAsync(JoinCode code, string email, string password, Action<string, string> report)
    {
        if ((await contents.GetAsync(code.PersonId))?.As<PersonPart>() is not { } person || await RoleAsync(code.PersonId) is not { } role) throw JoinRefusals.HoldsNothing.With();
        if (person.UserId is not null) throw JoinRefusals.HasAccount.With();
        var user = new User { UserName = email, Email = email, RoleNames = [role] };
        if (await users.CreateUserAsync(user, password, report) is null) return false;

        person.SignInAs(user.UserId);
        person.ContentItem.Apply(person);
        await contents.UpdateAsync(person.ContentItem);
        await session.SaveAsync(person.ContentItem, checkConcurrency: true);
        code.UsedUtc = clock.UtcNow;
        await session.SaveAsync(code, checkConcurrency: true);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(PersonIndex.UserId), JoinRefusals.HasAccount));
        return true;
    }

    // What the account may do at all; what it sees is said by the ties of each day.
    private async Task<string?> RoleAsync(string personId)
    {
        var today = await calendar.TodayAsync();
        var held = (await ties.EverOfPersonAsync(personId)).Select(tie => tie.ToSummary()).Where(tie => tie.Kind != TieKind.Staff && (tie.Until is null || today < tie.Until)).ToList();
        if (held.Count == 0) return null;
        return await kinds.IsForFirmsAsync()
            ? held.Exists(tie => tie.Kind is TieKind.Operator or TieKind.Owner or TieKind.Tenant) ? "Operator" : "Employee"
            : held.Exists(tie => tie.Kind == TieKind.Owner) ? "Owner" : "Resident";
    }
}

/// <summary>What joining refuses.</summary>
public static class JoinRefusals
{
    public static readonly Refusal HasAccount = Say("join.has-account", "This person signs in already.");
    public static readonly Refusal HoldsNothing = Say("join.holds-nothing", "This person holds no unit, today or later: there is nothing to sign in for.");
    public static readonly Refusal CodeWrong = Say("join.code-wrong", "This code does not work: check it letter by letter, or ask the office for a new one.");
    public static readonly Refusal NoMail = Say("join.no-mail", "The register has no e-mail address of this person: print the letter.");
    public static readonly Refusal NotSent = Say("join.not-sent", "The mail could not be sent: print the letter.");

    private static Refusal Say(string code, string text) => new(typeof(JoinRefusals), code, text);
}
