using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>What a household asks of desk and gate (VIS-12). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstructionKind>))]
public enum InstructionKind
{
    /// <summary>A named person may go up without being asked about.</summary>
    MayEnter,

    /// <summary>A named person is not received, and stays outside.</summary>
    DoNotAdmit,

    /// <summary>Nobody is at home: no visits, mail is kept.</summary>
    Away,

    /// <summary>Mail and parcels are kept at the desk.</summary>
    HoldMail,

    /// <summary>Names of this unit's visitors are shown at desk and gate only while they are needed (VIS-19).</summary>
    Privacy,

    /// <summary>Anything else, in words.</summary>
    Note,
}

/// <summary>What goes with a kind of instruction.</summary>
public static class InstructionKinds
{
    /// <summary>English name, translated in the context of <see cref="VisitLifecycle"/>.</summary>
    public static string Name(InstructionKind kind) => kind switch
    {
        InstructionKind.MayEnter => "May go up without asking",
        InstructionKind.DoNotAdmit => "Do not let in",
        InstructionKind.Away => "Nobody at home",
        InstructionKind.HoldMail => "Keep mail and parcels",
        InstructionKind.Privacy => "Keep our visits private",
        InstructionKind.Note => "Other instruction",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether it is about a person who has to be named.</summary>
    public static bool NamesSomebody(InstructionKind kind) => kind is InstructionKind.MayEnter or InstructionKind.DoNotAdmit;
}

/// <summary>A standing instruction of a unit: shown at the desk when the unit is typed (VIS-12).</summary>
public sealed class StandingInstructionPart : ContentPart
{
    /// <summary>Unit that gives it.</summary>
    [JsonInclude] public string UnitId { get; private set; } = "";

    /// <summary>Code of the unit as it was then.</summary>
    [JsonInclude] public string UnitCode { get; private set; } = "";

    /// <summary>What.</summary>
    [JsonInclude] public InstructionKind Kind { get; private set; }

    /// <summary>Whom it is about; null for nobody.</summary>
    [JsonInclude] public string? Name { get; private set; }

    /// <summary>In words; null when the kind says it all.</summary>
    [JsonInclude] public string? Text { get; private set; }

    /// <summary>First day, in the community's calendar.</summary>
    [JsonInclude] public DateOnly From { get; private set; }

    /// <summary>Last day; null while nobody ends it.</summary>
    [JsonInclude] public DateOnly? Until { get; private set; }

    /// <summary>Name of who gave it.</summary>
    [JsonInclude] public string GivenByName { get; private set; } = "";

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    [JsonInclude] public DateTime? EndedAtUtc { get; private set; }

    /// <summary>Gives an instruction.</summary>
    /// <exception cref="RefusedException">Not this person's unit, nobody named, no words, or an end before the beginning.</exception>
    public void Give(Actor by, InstructionPlan plan)
    {
        if (!by.Holds(plan.UnitId) && !by.May(VisitPermissions.Register)) throw VisitRefusals.UnitNotYours.At("UnitId");
        if (InstructionKinds.NamesSomebody(plan.Kind) && WatchNames.Words(plan.Name).Count < 2) throw WatchRefusals.NameTooShort.At("Name");
        if (plan.Kind == InstructionKind.Note && string.IsNullOrWhiteSpace(plan.Text)) throw VisitRefusals.InstructionEmpty.At("Text");
        if (plan.Until < plan.From) throw VisitRefusals.WindowReversed.At("Until");

        (UnitId, UnitCode, Kind, From, Until, GivenByName) = (plan.UnitId, plan.UnitCode, plan.Kind, plan.From, plan.Until, by.Name);
        Name = InstructionKinds.NamesSomebody(plan.Kind) ? plan.Name!.Trim() : null;
        Text = VisitPlan.OrNull(plan.Text);
    }

    /// <summary>Takes it back.</summary>
    public void End(DateTime atUtc) => EndedAtUtc ??= atUtc;
}

/// <summary>What is asked.</summary>
public sealed record InstructionPlan(string UnitId, string UnitCode, InstructionKind Kind, string? Name, string? Text, DateOnly From, DateOnly? Until);

/// <summary>An instruction as it is found.</summary>
public sealed class InstructionIndex : MapIndex
{
    public string InstructionId { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string Kind { get; set; } = "";

    public bool Ended { get; set; }

    /// <summary>Days of the community, midnight UTC by name only.</summary>
    public DateTime FromDay { get; set; }

    /// <summary>Day after the last one; null for none.</summary>
    public DateTime? EndsOn { get; set; }
}

/// <summary>Maps instructions to rows.</summary>
public sealed class InstructionIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<InstructionIndex>()
        .When(item => item.ContentType == VisitTypes.Instruction && item.Latest)
        .Map(item =>
        {
            var part = item.GetOrCreate<StandingInstructionPart>();
            return new InstructionIndex
            {
                InstructionId = item.ContentItemId,
                UnitId = part.UnitId,
                Kind = part.Kind.ToString(),
                Ended = part.EndedAtUtc is not null,
                FromDay = part.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                EndsOn = part.Until?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            };
        });
}
