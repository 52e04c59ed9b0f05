namespace OrchardCore.Modules.Services;

/// <summary>Makes the part of an address from a text.</summary>
public interface ISlugService
{
    /// <summary>Lower case, words joined by hyphens, accents removed, letters of other scripts kept.</summary>
    string Slugify(string text);

    string Slugify(string text, char separator);
}
