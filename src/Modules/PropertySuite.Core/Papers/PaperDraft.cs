using PropertySuite.Core.Pages;

namespace PropertySuite.Core;

/// <summary>A paper that is to be issued.</summary>
/// <param name="Kind">Kind within its module, such as <c>decoration.permit</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="RecordId">Content item id of the record.</param>
/// <param name="RecordNumber">Number of the record.</param>
/// <param name="Permission">Permission that reading it asks of the staff.</param>
/// <param name="View">Path of the view that writes it, from <c>~/Areas/</c>; its model is <see cref="PaperSheet{T}"/>. It writes what stands between head and foot.</param>
/// <param name="Data">What it is written from.</param>
public sealed record PaperDraft<T>(string Kind, Wording Title, string RecordId, string RecordNumber, string Permission, string View, T Data)
{
    /// <summary>Last day on which it holds; null for always.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Language in which it is written, such as <c>es</c>; null for the community's.</summary>
    public string? Language { get; init; }
}

/// <summary>What the view of a paper gets.</summary>
/// <param name="Number">Number of the paper.</param>
/// <param name="Code">The QR code that leads to the page which says whether it is genuine; null where the community has no address.</param>
/// <param name="Time">The community's time.</param>
/// <param name="AtUtc">When it is issued, UTC.</param>
/// <param name="Data">What it is written from.</param>
public sealed record PaperSheet<T>(string Number, QrPicture? Code, CommunityTime Time, DateTime AtUtc, T Data);
