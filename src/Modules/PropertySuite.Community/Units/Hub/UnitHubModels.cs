using PropertySuite.Community.Contracts;
using PropertySuite.Community.Pictures;
using PropertySuite.Community.Ties;

namespace PropertySuite.Community.Units.Hub;

/// <summary>Head of a unit's page. Shape <c>UnitHead</c>.</summary>
public class UnitHead
{
    public string UnitId { get; set; } = "";
    public UnitPart Unit { get; set; } = default!;
    public UnitState State { get; set; }
    public DateOnly? Since { get; set; }
    public string BuildingId { get; set; } = "";
    public string BuildingName { get; set; } = "";
    public TowerPicture? Tower { get; set; }
    public UnitSummary? Below { get; set; }
    public UnitSummary? Above { get; set; }
    public bool MayManage { get; set; }
}

/// <summary>Who holds the unit today. Shape <c>UnitPeople</c>.</summary>
public class UnitPeople
{
    public string UnitId { get; set; } = "";
    public string Code { get; set; } = "";
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
    public bool MayManage { get; set; }
}

/// <summary>Who held it before, and who will. Shape <c>UnitPast</c>.</summary>
public class UnitPast
{
    public string Code { get; set; } = "";
    public IReadOnlyList<TieLine> Lines { get; set; } = [];
}

/// <summary>What the title and the plan say. Shape <c>UnitFacts</c>.</summary>
public class UnitFacts
{
    public UnitPart Unit { get; set; } = default!;
    public string BuildingName { get; set; } = "";
}

/// <summary>What staff should know before ringing. Shape <c>UnitNote</c>.</summary>
public class UnitNote
{
    public string UnitId { get; set; } = "";
    public string Text { get; set; } = "";
    public bool MayManage { get; set; }
}

/// <summary>What was done to the unit's entry in the register, newest first. Shape <c>UnitHistory</c>.</summary>
public class UnitHistory
{
    public IReadOnlyList<HistoryEntry> Entries { get; set; } = [];
    public CommunityTime Time { get; set; } = default!;
}
