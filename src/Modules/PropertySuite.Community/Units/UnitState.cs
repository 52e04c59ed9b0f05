namespace PropertySuite.Community.Units;

/// <summary>What a reader calls the state of a unit on a day: its stage, works in it, and who holds it (REG-02, REG-19).</summary>
public enum UnitState
{
    /// <summary>Planned or completed, no owner has received it yet.</summary>
    NotHandedOver,

    /// <summary>An owner, or an owner's family, lives or works there.</summary>
    OwnerOccupied,

    /// <summary>A tenant or an operator holds it.</summary>
    Let,

    /// <summary>Nobody is at home.</summary>
    Vacant,

    /// <summary>Works are under way.</summary>
    Decorating,

    /// <summary>Split, merged or pulled down; kept for its history.</summary>
    Closed,
}
