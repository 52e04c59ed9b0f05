using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using YesSql;

namespace PropertySuite.Community.Forms;

/// <summary>
/// Forms of the register's items, through the content editor: the drivers of all modules and the fields that an office
/// adds to a type take part. Nothing is written unless every driver is content.
/// </summary>
public sealed class RegisterEditor(
    IContentManager contents, IContentItemDisplayManager display, IUpdateModelAccessor updater, ISession session, FormRefusals refusals)
{
    private ModelStateDictionary Form => updater.ModelUpdater.ModelState;

    /// <summary>An empty form.</summary>
    public async Task<IShape> BlankAsync(string contentType) =>
        await display.BuildEditorAsync(await contents.NewAsync(contentType), updater.ModelUpdater, isNew: true);

    /// <summary>The form of an item as it is.</summary>
    public Task<IShape> FilledAsync(ContentItem item) => display.BuildEditorAsync(item, updater.ModelUpdater, isNew: false);

    /// <summary>Creates an item from what was posted.</summary>
    /// <param name="key">The unique key that another request may take in the meantime.</param>
    /// <returns>The item, or the form with what is wrong.</returns>
    public async Task<EditorOutcome> CreateAsync(string contentType, UniqueKey key)
    {
        var item = await contents.NewAsync(contentType);
        var form = await display.UpdateEditorAsync(item, updater.ModelUpdater, isNew: true);
        return await WriteAsync(item, form, key, () => contents.CreateAsync(item, VersionOptions.Published));
    }

    /// <summary>Changes an item by what was posted.</summary>
    public async Task<EditorOutcome> UpdateAsync(ContentItem item, UniqueKey key)
    {
        var form = await display.UpdateEditorAsync(item, updater.ModelUpdater, isNew: false);
        return await WriteAsync(item, form, key, () => contents.UpdateAsync(item));
    }

    private async Task<EditorOutcome> WriteAsync(ContentItem item, IShape form, UniqueKey key, Func<Task> write)
    {
        if (!Form.IsValid) return await RefusedAsync(item, form);
        try
        {
            await write();
            await session.FlushOrRefuseAsync(key);
            return new EditorOutcome(item, form, IsWritten: true);
        }
        catch (RefusedException refused)
        {
            refusals.Say(Form, "", refused);
            return await RefusedAsync(item, form);
        }
    }

    // What drivers changed in memory must not reach the database with the rest of the request.
    private async Task<EditorOutcome> RefusedAsync(ContentItem item, IShape form)
    {
        await session.CancelAsync();
        return new EditorOutcome(item, form, IsWritten: false);
    }
}

/// <param name="Form">The form, to be shown again when nothing was written.</param>
public sealed record EditorOutcome(ContentItem Item, IShape Form, bool IsWritten);

/// <summary>Answers of pages with forms.</summary>
public static class FormAnswers
{
    /// <summary>What the item is called.</summary>
    public static string Name(this ContentItem item) => item.DisplayText ?? "";

    /// <summary>The form again with what is wrong, as 422: Turbo shows it in place, a browser does too.</summary>
    public static ViewResult FormAgain(this Controller controller, string view, object model)
    {
        var result = controller.View(view, model);
        result.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
