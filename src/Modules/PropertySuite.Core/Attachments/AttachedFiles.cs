using Microsoft.AspNetCore.Http;

namespace PropertySuite.Core;

/// <summary>
/// Files of a form, bound by its property: <c>public AttachedFiles Photos { get; set; } = new();</c>. Shown with
/// <see cref="AttachmentInput.View"/>; taken with <see cref="Attachments.AddAsync(string, string, string, AttachedFiles, Actor, string, bool)"/>.
/// </summary>
public class AttachedFiles
{
    /// <summary>Chosen now.</summary>
    public List<IFormFile> New { get; set; } = [];

    /// <summary>Keys of those that a refused form has sent before (<see cref="Attachments.HoldAsync"/>).</summary>
    public List<string> Held { get; set; } = [];

    /// <summary>The held ones, for the form that is shown again.</summary>
    internal IReadOnlyList<Attachment> Kept { get; set; } = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => New.All(file => file.Length == 0 && file.FileName.Length == 0) && Held.Count == 0;
}

/// <summary>The field of a form by which files are chosen, dropped, pasted or taken with the phone's camera.</summary>
/// <param name="Name">Name of the form's property of type <see cref="AttachedFiles"/>, with its prefix.</param>
/// <param name="Label">The label, in the reader's language.</param>
/// <param name="Files">What the form holds; null on a first look.</param>
public sealed record AttachmentInput(string Name, string Label, AttachedFiles? Files = null)
{
    /// <summary>Where the view lies. The form around it needs <c>enctype="multipart/form-data"</c>.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/_AttachmentInput.cshtml";

    /// <summary>What to say besides kinds and size; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether pictures alone are taken.</summary>
    public bool PicturesOnly { get; init; }

    /// <summary>Whether one file alone is taken.</summary>
    public bool Single { get; init; }
}

/// <summary>Files of a record as a page shows them.</summary>
/// <param name="Lines">The files, the oldest first.</param>
public sealed record AttachmentList(IReadOnlyList<AttachmentLine> Lines)
{
    /// <summary>Where the view lies.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/_AttachmentList.cshtml";

    /// <summary>Whether the reader may take files away here.</summary>
    public bool MayRemove { get; init; }
}

/// <summary>A file in a list.</summary>
/// <param name="File">The file.</param>
/// <param name="Size">Its size for people.</param>
/// <param name="At">When it was added, in the community's time.</param>
public sealed record AttachmentLine(Attachment File, string Size, string At);
