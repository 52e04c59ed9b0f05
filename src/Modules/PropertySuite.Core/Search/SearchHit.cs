namespace PropertySuite.Core.Search;

/// <summary>One thing found.</summary>
/// <param name="Title">What it is called: a unit's code, a person's name, a record's number.</param>
/// <param name="Detail">One line that tells it from its namesakes; empty when there is none.</param>
/// <param name="Url">Where it is shown, a path of this site.</param>
/// <param name="Weight">Among hits of one source the higher comes first; 100 for an exact match.</param>
public sealed record SearchHit(string Title, string Detail, string Url, int Weight = 0);
