namespace PropertySuite.Core.Checklists;

/// <summary>The answers of a sheet as a form sends them; shown by the partial view <see cref="View"/>, named <c>Answers[0].Choice</c> and so on.</summary>
public sealed class CheckSheetForm
{
    /// <summary>Where the partial view that asks lies; its model is this class, without a prefix.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/CheckSheetForm.cshtml";

    /// <summary>Where the partial view that shows a score line by line lies; its model is a <see cref="CheckSheet"/>.</summary>
    public const string ScoreView = "~/Areas/PropertySuite.Core/Views/Shared/CheckScore.cshtml";

    /// <summary>What was typed.</summary>
    public List<CheckAnswerForm> Answers { get; set; } = [];

    /// <summary>The sheet that is asked about; never posted.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public CheckSheet? Sheet { get; set; }

    /// <summary>The form of a sheet.</summary>
    public static CheckSheetForm Of(CheckSheet sheet) => new CheckSheetForm().For(sheet);

    /// <summary>The same form for a sheet: what was typed stays, the rest is as stored.</summary>
    public CheckSheetForm For(CheckSheet sheet)
    {
        var typed = Answers.Where(answer => answer.ItemId is not null).DistinctBy(answer => answer.ItemId).ToDictionary(answer => answer.ItemId!, StringComparer.Ordinal);
        Sheet = sheet;
        Answers = [.. sheet.Items.Select(item =>
        {
            var stored = sheet.AnswerOf(item.Id);
            var form = typed.GetValueOrDefault(item.Id) ?? new CheckAnswerForm { ItemId = item.Id, Note = stored?.Note };
            form.Choice ??= stored is null ? null : CheckSheet.ChoiceOf(item, stored);
            return form;
        })];
        return this;
    }

    /// <summary>Keeps the photos of the form with the record that the sheet belongs to.</summary>
    /// <exception cref="RefusedException">A file is no picture, or too large.</exception>
    public async Task KeepPhotosAsync(Attachments attachments, string kind, string recordId, Actor by)
    {
        for (var at = 0; at < Answers.Count; at++)
        {
            if (Answers[at] is { ItemId: { } itemId } answer)
            {
                await attachments.AddAsync(kind, recordId, SlotOf(itemId), answer.Photos, by, $"Answers[{at}].Photos", picturesOnly: true);
            }
        }
    }

    /// <summary>Holds the photos of a form that was refused, so that nobody has to take them again.</summary>
    public async Task HoldPhotosAsync(Attachments attachments, Actor by)
    {
        foreach (var answer in Answers)
        {
            await attachments.HoldAsync(answer.Photos, by, picturesOnly: true);
        }
    }

    /// <summary>Place of an item's photos among the record's files.</summary>
    public static string SlotOf(string itemId) => "i-" + itemId;

    /// <summary>The sheet with what the form says. Photos are counted on top of those that the sheet has.</summary>
    /// <exception cref="RefusedException">A choice is none of its scale.</exception>
    public CheckSheet Fill(CheckSheet sheet) => Answers.Where(answer => answer.ItemId is not null).Aggregate(
        sheet,
        (filled, answer) => filled.With(answer.ItemId!, answer.Choice, answer.Note, (sheet.AnswerOf(answer.ItemId!)?.Photos ?? 0) + answer.Photos.New.Count(file => file.Length > 0) + answer.Photos.Held.Count));
}

/// <summary>The answer to one item.</summary>
public sealed class CheckAnswerForm
{
    public string? ItemId { get; set; }

    /// <summary>One of <see cref="CheckSheet.Choices"/>, or <see cref="CheckSheet.NotApplicable"/>.</summary>
    public string? Choice { get; set; }

    public string? Note { get; set; }

    /// <summary>Photos that are added.</summary>
    public AttachedFiles Photos { get; set; } = new();
}
