namespace PropertySuite.Documents;

/// <summary>Names of the content types, and of their kinds in history and of their files.</summary>
public static class DocumentTypes
{
    /// <summary>A piece of news.</summary>
    public const string News = "News";

    /// <summary>A house document: rules, a manual, a form.</summary>
    public const string HouseDocument = "HouseDocument";

    /// <summary>Kind of news in history.</summary>
    public const string NewsKind = "NWS";

    /// <summary>Kind of house documents in history.</summary>
    public const string DocumentKind = "DOC";

    /// <summary>Where the picture of a piece of news is kept.</summary>
    public const string PictureSlot = "picture";

    /// <summary>Where the files of a house document are kept.</summary>
    public const string FileSlot = "versions";
}
