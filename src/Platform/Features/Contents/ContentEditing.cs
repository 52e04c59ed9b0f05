using System.Data.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Mvc.ModelBinding;
using YesSql;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>Checks an edited item and commits it, so that what goes wrong is told on the form that still holds what was typed.</summary>
public sealed class ContentEditing(IContentManager contents, ISession session, IStringLocalizer<ContentEditing> S)
{
    /// <summary>Runs the checks of the item's parts and fields; what they find goes to the fields concerned.</summary>
    public async Task<bool> IsInOrderAsync(ContentItem item, ModelStateDictionary modelState)
    {
        var result = await contents.ValidateAsync(item);
        foreach (var error in result.Errors)
        {
            // A driver may have found the same.
            foreach (var member in error.MemberNames.DefaultIfEmpty(string.Empty))
            {
                if (!modelState.TryGetValue(member, out var entry) || entry.Errors.All(e => e.ErrorMessage != error.ErrorMessage))
                    modelState.AddModelError(member, error.ErrorMessage ?? string.Empty);
            }
        }

        return result.Succeeded && modelState.IsValid;
    }

    /// <summary>Lets go of a version that was made for an edit that is not accepted.</summary>
    public Task ForgetAsync() => session.CancelAsync();

    /// <summary>Commits now. False when the database refused; then nothing is stored and the model state says so.</summary>
    public async Task<bool> CommitAsync(ModelStateDictionary modelState)
    {
        try
        {
            await session.SaveChangesAsync();
            return true;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
            modelState.AddModelError(string.Empty, S["Somebody else changed this while you were writing. Open it again in another tab, compare and save."]);
        }
        catch (DbException)
        {
            await session.CancelAsync();
            modelState.AddModelError(string.Empty, S["We could not save. What you typed is still here."]);
        }

        return false;
    }
}
