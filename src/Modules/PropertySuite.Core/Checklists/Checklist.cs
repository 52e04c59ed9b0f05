using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Core.Checklists;

/// <summary>How an item is judged. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckScale>))]
public enum CheckScale
{
    /// <summary>Met or not met.</summary>
    YesNo,

    /// <summary>Met, half met, not met.</summary>
    Half,

    /// <summary>0 to 5 points.</summary>
    FivePoints,
}

/// <summary>When an item asks for a photo. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhotoRule>))]
public enum PhotoRule
{
    /// <summary>A photo may be added.</summary>
    Optional,

    /// <summary>A photo is needed where the item is not fully met.</summary>
    WhenNotMet,

    /// <summary>A photo is always needed.</summary>
    Always,
}

/// <summary>One thing to look at.</summary>
/// <param name="Id">Stays the same while words change; unique within its checklist.</param>
/// <param name="Text">What to look at.</param>
/// <param name="Standard">What counts as met; null when the text says it all.</param>
/// <param name="Weight">How much it counts against the others; above 0.</param>
/// <param name="Scale">How it is judged.</param>
/// <param name="IsCritical">Whether failing it alone fails the whole sheet.</param>
/// <param name="Photo">When a photo is needed.</param>
public sealed record CheckItem(string Id, string Text, string? Standard, decimal Weight, CheckScale Scale = CheckScale.Half, bool IsCritical = false, PhotoRule Photo = PhotoRule.Optional);

/// <summary>A list of things to look at, with weights: what an inspection is made by. A sheet copies it, so that later changes judge nobody backwards.</summary>
public sealed class ChecklistPart : ContentPart
{
    /// <summary>The most items.</summary>
    public const int MostItems = 100;

    /// <summary>Short name, unique in the community.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    /// <summary>What people call it.</summary>
    [JsonInclude] public string Title { get; private set; } = "";

    /// <summary>Id of what it is for (<see cref="ChecklistPurpose"/>).</summary>
    [JsonInclude] public string Purpose { get; private set; } = "";

    /// <summary>Whether no new sheet is made by it.</summary>
    [JsonInclude] public bool IsRetired { get; private set; }

    /// <summary>Items in the order in which they are walked.</summary>
    [JsonInclude] public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    /// <summary>Sum of the weights. Any sum will do; 100 makes a weight read as points.</summary>
    [JsonIgnore] public decimal TotalWeight => Items.Sum(item => item.Weight);

    /// <summary>Says what the checklist is.</summary>
    /// <exception cref="RefusedException">A name is missing, there is nothing to look at, a weight is not above 0, or two items have one id.</exception>
    public void Describe(string? code, string? title, string? purpose, bool isRetired, IReadOnlyList<CheckItem> items)
    {
        if (string.IsNullOrWhiteSpace(code)) throw ChecklistRefusals.CodeMissing.At("Code");
        if (string.IsNullOrWhiteSpace(title)) throw ChecklistRefusals.TitleMissing.At("Title");
        if (string.IsNullOrWhiteSpace(purpose)) throw ChecklistRefusals.PurposeMissing.At("Purpose");
        if (items.Count == 0) throw ChecklistRefusals.NoItems.With();
        if (items.Count > MostItems) throw ChecklistRefusals.TooManyItems.With(MostItems);
        for (var at = 0; at < items.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(items[at].Text)) throw ChecklistRefusals.ItemTextMissing.At($"Items[{at}].Text", at + 1);
            if (items[at].Weight is <= 0 or > 1000) throw ChecklistRefusals.WeightWrong.At($"Items[{at}].Weight", at + 1);
        }

        if (items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count() != items.Count) throw ChecklistRefusals.ItemTwice.With();
        (Code, Title, Purpose, IsRetired, Items) = (code.Trim().ToUpperInvariant(), title.Trim(), purpose, isRetired, [.. items]);
    }
}

/// <summary>What checklists are for; a module registers each of its purposes with <see cref="ChecklistServices.AddChecklistPurpose"/>.</summary>
/// <param name="Id">Stable id such as <c>service.cleaning</c>.</param>
/// <param name="Name">English words; translated in the context of <paramref name="Texts"/>.</param>
/// <param name="Texts">Class in whose context the name is translated.</param>
public sealed record ChecklistPurpose(string Id, string Name, Type Texts);

/// <summary>What checklists and sheets refuse.</summary>
public static class ChecklistRefusals
{
    public static readonly Refusal CodeMissing = Say("checklist.code-missing", "Write a short code, such as CLEAN-D.");
    public static readonly Refusal CodeTaken = Say("checklist.code-taken", "Another checklist has this code.");
    public static readonly Refusal TitleMissing = Say("checklist.title-missing", "Write what the checklist is called.");
    public static readonly Refusal PurposeMissing = Say("checklist.purpose-missing", "Choose what it is for.");
    public static readonly Refusal NoItems = Say("checklist.no-items", "Write at least one thing to look at.");
    public static readonly Refusal TooManyItems = Say("checklist.too-many-items", "At most {0} items: divide the checklist.");
    public static readonly Refusal ItemTextMissing = Say("checklist.item-text-missing", "Item {0}: write what to look at.");
    public static readonly Refusal WeightWrong = Say("checklist.weight-wrong", "Item {0}: the weight is a number above 0, such as 5.");
    public static readonly Refusal ItemTwice = Say("checklist.item-twice", "Two items have the same id.");
    public static readonly Refusal AnswerUnknown = Say("checklist.answer-unknown", "“{0}” is no answer to this item.");
    public static readonly Refusal AnswersMissing = Say("checklist.answers-missing", "{0} items have no answer yet.");
    public static readonly Refusal NothingApplies = Say("checklist.nothing-applies", "At least one item has to apply.");
    public static readonly Refusal PhotoMissing = Say("checklist.photo-missing", "“{0}” needs a photo.");

    private static Refusal Say(string code, string text) => new(typeof(ChecklistRefusals), code, text);
}
