using OrchardCore.Data.Documents;

namespace PropertySuite.Platform.Shells;

/// <summary>Stored with the transaction that changes the features of a running site: its token says that it was committed.</summary>
internal sealed class FeaturesMark : Document
{
    public string Token { get; set; } = "";
}
