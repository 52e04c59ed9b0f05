namespace PropertySuite.Core;

/// <summary>What is refused about files, and how it is said.</summary>
public static class AttachmentRefusals
{
    public static readonly Refusal TooLarge = Say("attachment.too-large", "A file has at most {0} MB. Choose a smaller one.");
    public static readonly Refusal Empty = Say("attachment.empty", "This file is empty.");
    public static readonly Refusal WrongKind = Say("attachment.wrong-kind", "This file is none of the kinds that are taken: PDF, pictures (JPEG, PNG, WebP), plain text, Word or Excel without macros.");
    public static readonly Refusal NoPicture = Say("attachment.no-picture", "This file is no picture. A photo is a JPEG, PNG or WebP file.");
    public static readonly Refusal TooWide = Say("attachment.too-wide", "The picture has more than 50 million pixels. Send it with a smaller size.");
    public static readonly Refusal Broken = Say("attachment.broken", "Part of this picture is missing. Send it again.");
    public static readonly Refusal TooMany = Say("attachment.too-many", "A record has at most {0} files.");

    private static Refusal Say(string code, string text) => new(typeof(AttachmentRefusals), code, text);
}
