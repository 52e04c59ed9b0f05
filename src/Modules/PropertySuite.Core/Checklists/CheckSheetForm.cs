using Microsoft.AspNetCore.Http;

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

    /// <summary>The sheet with what the form says. Photos are counted on top of those that the sheet has.</summary>
    /// <exception cref="RefusedException">A choice is none of its scale.</exception>
    public CheckSheet Fill(CheckSheet sheet) => Answers.Where(answer => answer.ItemId is not null).Aggregate(
        sheet,
        (filled, answer) => filled.With(answer.ItemId!, answer.Choice, answer.Note, (sheet.AnswerOf(answer.ItemId!)?.Photos ?? 0) + (answer.Photo is { Length: > 0 } ? 1 : 0)));
}

/// <summary>The answer to one item.</summary>
public sealed class CheckAnswerForm
{
    public string? ItemId { get; set; }

    /// <summary>One of <see cref="CheckSheet.Choices"/>, or <see cref="CheckSheet.NotApplicable"/>.</summary>
    public string? Choice { get; set; }

    public string? Note { get; set; }

    /// <summary>A photo that is added; the module keeps it.</summary>
    public IFormFile? Photo { get; set; }
}
