using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>An instruction as desk and gate read it.</summary>
public sealed record Instruction(string InstructionId, InstructionKind Kind, string? Name, string? Text, DateOnly From, DateOnly? Until, string GivenByName);

/// <summary>The units' standing instructions (VIS-12).</summary>
public sealed class Instructions(ISession session, IContentManager contents, CommunityTimes times, IClock clock)
{
    /// <summary>The instructions of a unit that stand today.</summary>
    public async Task<IReadOnlyList<Instruction>> OfUnitAsync(string unitId)
    {
        var today = (await times.GetAsync()).DayAt(clock.UtcNow).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return await ReadAsync(await session.QueryIndex<InstructionIndex>(row => row.UnitId == unitId && row.Ended == false && row.FromDay <= today && (row.EndsOn == null || row.EndsOn > today)).ListAsync());
    }

    /// <summary>The instructions of a unit that stand or will.</summary>
    public async Task<IReadOnlyList<Instruction>> ToComeAsync(string unitId)
    {
        var today = (await times.GetAsync()).DayAt(clock.UtcNow).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return await ReadAsync(await session.QueryIndex<InstructionIndex>(row => row.UnitId == unitId && row.Ended == false && (row.EndsOn == null || row.EndsOn > today)).ListAsync());
    }

    /// <summary>Units that want their visits private today (VIS-19).</summary>
    public async Task<IReadOnlySet<string>> PrivateUnitsAsync()
    {
        const string Privacy = nameof(InstructionKind.Privacy);
        var today = (await times.GetAsync()).DayAt(clock.UtcNow).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return (await session.QueryIndex<InstructionIndex>(row => row.Kind == Privacy && row.Ended == false && row.FromDay <= today && (row.EndsOn == null || row.EndsOn > today)).ListAsync())
            .Select(row => row.UnitId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gives an instruction.</summary>
    /// <exception cref="RefusedException">Not this person's unit, or something is missing.</exception>
    public async Task GiveAsync(Actor by, InstructionPlan plan)
    {
        var item = await contents.NewAsync(VisitTypes.Instruction);
        item.Alter<StandingInstructionPart>(part => part.Give(by, plan));
        item.DisplayText = plan.UnitCode;
        await contents.CreateAsync(item, VersionOptions.Published);
        await session.FlushOrRefuseAsync();
    }

    /// <summary>Takes an instruction back.</summary>
    /// <returns>Whether there was one that this person may take back.</returns>
    public async Task<bool> EndAsync(Actor by, string instructionId)
    {
        if (await contents.GetAsync(instructionId) is not { ContentType: VisitTypes.Instruction } item
            || item.As<StandingInstructionPart>() is not { } part || !(by.Holds(part.UnitId) || by.May(VisitPermissions.Register)))
        {
            return false;
        }

        item.Alter<StandingInstructionPart>(ended => ended.End(clock.UtcNow));
        await contents.UpdateAsync(item);
        await session.FlushOrRefuseAsync();
        return true;
    }

    private async Task<IReadOnlyList<Instruction>> ReadAsync(IEnumerable<InstructionIndex> rows)
    {
        var ids = rows.Select(row => row.InstructionId).ToList();
        return ids.Count == 0
            ? []
            : [.. (await contents.GetAsync(ids)).Select(item => (item, Part: item.GetOrCreate<StandingInstructionPart>()))
                .OrderBy(pair => pair.Part.Kind).ThenBy(pair => pair.Part.From)
                .Select(pair => new Instruction(pair.item.ContentItemId, pair.Part.Kind, pair.Part.Name, pair.Part.Text, pair.Part.From, pair.Part.Until, pair.Part.GivenByName))];
    }
}
