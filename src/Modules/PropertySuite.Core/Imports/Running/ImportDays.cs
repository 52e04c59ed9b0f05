namespace PropertySuite.Core.Imports;

/// <summary>Which part of a file that tells of days counts at the moment at which it is read.</summary>
public enum ImportPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What has been by now: a moment that lies ahead is read as empty, and a row that needs it is left out.</summary>
    Past,

    /// <summary>What is still to come: a row whose moments all lie behind is left out.</summary>
    Future,
}

/// <summary>How days and moments of a file are read, for data that shall always be of these weeks.</summary>
/// <param name="Shift">Days by which they are moved.</param>
/// <param name="Part">The part that counts.</param>
public sealed record ImportDays(int Shift = 0, ImportPart Part = ImportPart.Whole)
{
    /// <summary>Moves the values of a row, and says whether it counts.</summary>
    /// <param name="values">By column; changed.</param>
    /// <param name="now">The moment, in the community's time.</param>
    public bool Apply(IReadOnlyList<ImportColumn> columns, Dictionary<string, object?> values, DateTime now)
    {
        foreach (var (id, value) in values.ToArray())
            values[id] = value switch { DateTime moment => moment.AddDays(Shift), DateOnly day => day.AddDays(Shift), _ => value };

        if (Part == ImportPart.Future) return !values.Values.OfType<DateTime>().Any() || values.Values.OfType<DateTime>().Any(moment => moment > now);
        if (Part == ImportPart.Whole) return true;
        foreach (var (id, value) in values.ToArray())
        {
            if (value is not DateTime moment || moment < now) continue;
            if (columns.First(column => column.Id == id).Required) return false;
            values[id] = null;
        }

        return true;
    }
}
