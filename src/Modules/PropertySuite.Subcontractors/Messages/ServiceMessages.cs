using System.Text.Json.Nodes;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>The messages that companies get; an office may write its own texts.</summary>
public sealed class ServiceMessages
{
    private ServiceMessages()
    {
    }

    /// <summary>A finding to put right.</summary>
    public static readonly MessageKind Notice = new("subcontractors.notice", typeof(ServiceMessages))
    {
        Name = "A finding is to be put right",
        Description = "Sent to a service company when it is given notice of a finding, and when a recheck found it not right.",
        Subject = "{{ Model.number }}: put right by {{ Model.until }}",
        Body = "{{ Model.place }}: {{ Model.text }}\n\nPlease put it right by {{ Model.until }} and answer with a photo on your page “My contracts”.",
        Sample = () => new() { ["number"] = "JDA-FND-2026-00012", ["place"] = "Torre B, portal", ["text"] = "Cristales sin limpiar", ["until"] = "26/11/2026 18:00" },
    };

    /// <summary>An inspection to sign.</summary>
    public static readonly MessageKind Inspected = new("subcontractors.inspected", typeof(ServiceMessages))
    {
        Name = "An inspection waits for the company",
        Description = "Sent to a service company when an inspection is handed in.",
        Subject = "{{ Model.number }}: {{ Model.score }} points, sign or dispute by {{ Model.until }}",
        Body = "The inspection of {{ Model.place }} gave {{ Model.score }} of 100 points.\n\nSign or dispute it by {{ Model.until }} on your page “My contracts”. Without an answer it counts as it is.",
        Sample = () => new() { ["number"] = "JDA-CHK-2026-00031", ["place"] = "Torre B, portal", ["score"] = "88.5", ["until"] = "26/11/2026 18:00" },
    };

    /// <summary>A statement to look at.</summary>
    public static readonly MessageKind Settled = new("subcontractors.settled", typeof(ServiceMessages))
    {
        Name = "A month's statement waits for the company",
        Description = "Sent to a service company with the score of a month and what is paid of the fee.",
        Subject = "{{ Model.period }}: {{ Model.score }} points, {{ Model.share }} % of the fee",
        Body = "The score of {{ Model.period }} is {{ Model.score }} points; {{ Model.share }} % of the fee is paid.\n\nAccept it or object by {{ Model.until }} on your page “My contracts”. Without an answer it is accepted.",
        Sample = () => new() { ["period"] = "2026-10", ["score"] = "88.5", ["share"] = "98", ["until"] = "26/11/2026 18:00" },
    };
}

/// <summary>Tells companies what waits for them: by mail to the contact, and on the accounts that serve for the company.</summary>
public sealed class CompanyTeller(IServiceProvider services, CommunityTimes times, IEnumerable<IMessenger> messengers) : IServiceWitness
{
    /// <inheritdoc/>
    public async Task SteppedAsync(ServiceRecordPart record, IReadOnlyList<Step> steps)
    {
        if (messengers.FirstOrDefault() is not { } messenger)
        {
            return;
        }

        var time = await times.GetAsync();
        foreach (var step in steps)
        {
            if (MessageOf(record, step, time) is not { } message || await CompanyAsync(record.CompanyId) is not { } company)
            {
                continue;
            }

            if (company.Contact.Email is { Length: > 0 } address)
            {
                await messenger.MailAsync(message.Kind, new MessageRecipient(address, Name: company.Contact.Name), message.Model);
            }

            foreach (var account in company.Accounts)
            {
                await messenger.TellAsync(message.Kind, account.UserId, (JsonObject)message.Model.DeepClone());
            }
        }
    }

    private static (MessageKind Kind, JsonObject Model)? MessageOf(ServiceRecordPart record, Step step, CommunityTime time)
    {
        string At(DateTime? utc) => utc is { } moment ? $"{ListDay.Show(time.DayAt(moment))} {Moments.Time(time.At(moment))}" : "";
        string Number(decimal? number) => (number ?? 0).ToString("0.##", System.Globalization.CultureInfo.CurrentCulture);
        return record switch
        {
            FindingPart finding when step.Verb == FindingVerbs.Notify.Id || step.Verb == FindingVerbs.Repeat.Id =>
                (ServiceMessages.Notice, new() { ["number"] = finding.Number, ["place"] = finding.Place, ["text"] = finding.Text, ["until"] = At(finding.DueUtc) }),
            InspectionPart inspection when step.Verb == InspectionVerbs.Submit.Id =>
                (ServiceMessages.Inspected, new() { ["number"] = inspection.Number, ["place"] = inspection.Place, ["score"] = Number(inspection.Score), ["until"] = At(inspection.AnswerByUtc) }),
            StatementPart statement when step.Verb == StatementVerbs.Send.Id =>
                (ServiceMessages.Settled, new() { ["period"] = statement.Period, ["score"] = Number(statement.Score), ["share"] = Number(statement.Share), ["until"] = At(statement.ObjectByUtc) }),
            _ => null,
        };
    }

    // Asked for late: the records tell their witnesses, so they cannot be asked for while witnesses are made.
    private async Task<CompanyPart?> CompanyAsync(string id) => await ((ServiceRecords)services.GetService(typeof(ServiceRecords))!).ReadAsync(id) as CompanyPart;
}
