namespace System.Text.Json.Settings;

/// <summary>How one object is merged into another.</summary>
public class JsonMergeSettings
{
    public MergeArrayHandling MergeArrayHandling { get; set; }

    public MergeNullValueHandling MergeNullValueHandling { get; set; } = MergeNullValueHandling.Merge;

    /// <summary>Which names are the same property; by default, only those with the same letters in the same case.</summary>
    public StringComparison PropertyNameComparison { get; set; } = StringComparison.Ordinal;
}

/// <summary>What happens to two arrays of one name.</summary>
public enum MergeArrayHandling
{
    /// <summary>The new items are appended.</summary>
    Concat,

    /// <summary>The new items that are not there yet are appended.</summary>
    Union,

    /// <summary>The new array takes the place of the old one.</summary>
    Replace,

    /// <summary>Items of one position are merged.</summary>
    Merge,
}

/// <summary>What happens to a null in the merged object.</summary>
[Flags]
public enum MergeNullValueHandling
{
    /// <summary>The old value stays.</summary>
    Ignore = 0,

    /// <summary>The value becomes null.</summary>
    Merge = 1,
}
