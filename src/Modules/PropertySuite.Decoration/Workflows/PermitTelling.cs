using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>Tells people of works: the applicant, the neighbours, or a role of the staff; by notification who has an account, else by mail.</summary>
public sealed class PermitTelling(
    IEnumerable<IMessenger> messengers,
    UserManager<IUser> users,
    IPersonDirectory people,
    ITies ties,
    Neighbours neighbours,
    Permits permits,
    ISiteService sites,
    IHttpContextAccessor accessor,
    CommunityTimes times,
    IStringLocalizer<PermitTexts> words,
    IClock clock)
{
    /// <summary>Names the applicant among those who are told.</summary>
    public const string Applicant = nameof(Applicant);

    /// <summary>Names who lives above, below and beside.</summary>
    public const string NeighbourHomes = "Neighbours";

    /// <summary>Tells.</summary>
    /// <param name="to"><see cref="Applicant"/>, <see cref="NeighbourHomes"/> or names of roles.</param>
    public async Task TellAsync(PermitPart permit, MessageKind kind, IEnumerable<string> to)
    {
        if (messengers.FirstOrDefault() is not { } messenger)
        {
            return;
        }

        var model = await ModelAsync(permit);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var whom in to)
        {
            if (whom is Applicant or NeighbourHomes)
            {
                foreach (var person in whom == Applicant ? await ApplicantAsync(permit) : await NeighboursAsync(permit))
                {
                    if (!told.Add(person.Id)) continue;
                    if (person.UserId is { } userId) await messenger.TellAsync(kind, userId, model);
                    else if (person.Email is { Length: > 0 } email) await messenger.MailAsync(kind, new MessageRecipient(email, person.Language, person.DisplayName), model);
                }
            }
            else
            {
                foreach (var user in await users.GetUsersInRoleAsync(whom))
                {
                    if (await users.GetUserIdAsync(user) is var id && told.Add(id)) await messenger.TellAsync(kind, id, model);
                }
            }
        }
    }

    private async Task<IEnumerable<PersonSummary>> ApplicantAsync(PermitPart permit) =>
        permit.Applicant.PersonId is { } id && await people.FindAsync(id) is { } person ? [person] : [];

    private async Task<IEnumerable<PersonSummary>> NeighboursAsync(PermitPart permit)
    {
        var today = (await times.GetAsync()).DayAt(clock.UtcNow);
        var homes = new List<string>();
        foreach (var unit in await neighbours.OfAsync(permit.Unit.Id))
        {
            homes.AddRange((await ties.OfUnitAsync(unit.Id, today)).Where(tie => tie.AtHome && tie.Kind != TieKind.Staff).Select(tie => tie.PersonId));
        }

        return (await people.FindManyAsync(homes.Distinct(StringComparer.Ordinal))).Values;
    }

    private async Task<JsonObject> ModelAsync(PermitPart permit)
    {
        var path = $"/my/permits/{permit.ContentItem.ContentItemId}";
        var link = accessor.HttpContext?.Request is { Host.HasValue: true } request ? $"{request.Scheme}://{request.Host}{request.PathBase}{path}"
            : (await sites.GetSiteSettingsAsync()).BaseUrl is { Length: > 0 } address ? address.TrimEnd('/') + path
            : path;
        return new JsonObject
        {
            ["number"] = permit.Number,
            ["unit"] = permit.Unit.Code,
            ["state"] = words[PermitLifecycle.Name(permit.State)].Value,
            ["said"] = permit.Said ?? "",
            ["until"] = ListDay.Show(permit.LastDay),
            ["hours"] = (await permits.SettingsAsync()).Hours ?? words["Monday to Friday, 9:00–14:00 and 16:00–19:00; no works on Saturdays and holidays"].Value,
            ["link"] = link,
        };
    }
}
