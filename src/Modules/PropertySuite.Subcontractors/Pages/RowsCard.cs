namespace PropertySuite.Subcontractors;

/// <summary>A card that lists records of one kind.</summary>
/// <param name="Id">Id on the page.</param>
/// <param name="Heading">Heading, in the reader's language.</param>
/// <param name="Rows">The records.</param>
/// <param name="Href">Where a record is shown.</param>
/// <param name="Note">A few words under its title.</param>
public sealed record RowsCard(string Id, string Heading, IReadOnlyList<ServiceIndex> Rows, Func<ServiceIndex, string?> Href, Func<ServiceIndex, string> Note)
{
    /// <summary>What a record is called.</summary>
    public Func<ServiceIndex, string> Title { get; init; } = row => row.Title.Length > 0 ? row.Title : row.Number;

    /// <summary>English word of a record's state, and its dot.</summary>
    public (string Word, string Dot)? State(ServiceIndex row) => row.Kind switch
    {
        "CTR" when Enum.TryParse<ContractState>(row.State, out var state) => (ContractLifecycle.Name(state), ContractLifecycle.Dot(state)),
        "TEN" when Enum.TryParse<TenderState>(row.State, out var state) => (TenderLifecycle.Name(state), TenderLifecycle.Dot(state)),
        "CHK" when Enum.TryParse<InspectionState>(row.State, out var state) => (InspectionLifecycle.Name(state), InspectionLifecycle.Dot(state)),
        "FND" when Enum.TryParse<FindingState>(row.State, out var state) => (FindingLifecycle.Name(state), FindingLifecycle.Dot(state)),
        "STM" when Enum.TryParse<StatementState>(row.State, out var state) => (StatementLifecycle.Name(state), StatementLifecycle.Dot(state)),
        _ => null,
    };
}
