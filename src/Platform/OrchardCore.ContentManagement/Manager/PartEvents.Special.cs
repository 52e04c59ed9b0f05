using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace PropertySuite.Platform.Content;

// The events that differ from the rest, and how handlers are called.
internal sealed partial class PartEvents
{
    /// <summary>Puts the parts and fields of its type on a new item.</summary>
    public override async Task ActivatingAsync(ActivatingContentContext context)
    {
        var plan = plans.For(context.Definition);
        foreach (var step in plan.Parts)
        {
            var part = (ContentPart)Activator.CreateInstance(step.PartType)!;
            part.ContentItem = context.ContentItem;
            await CallAsync(step, ContentEvent.Activating, reversed: false, handler => handler.ActivatingAsync(context, part));
            context.ContentItem.Weld(step.Part.Name, part);
            foreach (var fieldStep in step.Fields)
            {
                var field = (ContentField)Activator.CreateInstance(fieldStep.FieldType)!;
                field.ContentItem = context.ContentItem;
                var fieldContext = Describe(new ActivatingContentFieldContext(context.ContentItem), step, fieldStep);
                foreach (var handler in FieldHandlers(fieldStep, ContentEvent.Activating, reversed: false)) await handler.ActivatingAsync(fieldContext, field);
                part.Weld(fieldStep.Field.Name, field);
            }
        }
    }

    public override Task ValidatingAsync(ValidateContentContext context) => ValidateAsync(context, ContentEvent.Validating);

    public override Task ValidatedAsync(ValidateContentContext context) => ValidateAsync(context, ContentEvent.Validated);

    public override Task VersioningAsync(VersionContentContext context) => VersionAsync(context, ContentEvent.Versioning);

    public override Task VersionedAsync(VersionContentContext context) => VersionAsync(context, ContentEvent.Versioned);

    public override async Task GetContentItemAspectAsync(ContentItemAspectContext context)
    {
        foreach (var (step, part) in await StepsAsync(context.ContentItem, ContentEvent.GetContentItemAspect))
        {
            foreach (var handler in PartHandlers(step, reversed: false)) await handler.GetContentItemAspectAsync(context, part);
            foreach (var fieldStep in step.Fields)
            {
                if (part.Get(fieldStep.FieldType, fieldStep.Field.Name) is not ContentField field) continue;
                foreach (var handler in FieldHandlers(fieldStep, reversed: false)) await handler.GetContentItemAspectAsync(context, field);
            }
        }
    }

    private async Task ValidateAsync(ValidateContentContext context, ContentEvent what)
    {
        var reversed = what == ContentEvent.Validated;
        foreach (var (step, part) in await StepsAsync(context.ContentItem, what))
        {
            var partContext = new ValidateContentPartContext(context.ContentItem)
            {
                ContentTypePartDefinition = step.Part,
                ContentValidateResult = context.ContentValidateResult,
            };
            foreach (var handler in PartHandlers(step, reversed))
            {
                await (reversed ? handler.ValidatedAsync(partContext, part) : handler.ValidatingAsync(partContext, part));
            }
            foreach (var fieldStep in step.Fields)
            {
                if (part.Get(fieldStep.FieldType, fieldStep.Field.Name) is not ContentField field) continue;
                var fieldContext = Describe(
                    new ValidateContentFieldContext(context.ContentItem) { ContentValidateResult = context.ContentValidateResult }, step, fieldStep);
                foreach (var handler in FieldHandlers(fieldStep, reversed))
                {
                    await (reversed ? handler.ValidatedAsync(fieldContext, field) : handler.ValidatingAsync(fieldContext, field));
                }
            }
        }
    }

    private async Task VersionAsync(VersionContentContext context, ContentEvent what)
    {
        var reversed = what == ContentEvent.Versioned;
        foreach (var (step, existing) in await StepsAsync(context.ContentItem, what))
        {
            if (context.BuildingContentItem.Get(step.PartType, step.Part.Name) is not ContentPart building) continue;
            foreach (var handler in PartHandlers(step, reversed))
            {
                await (reversed ? handler.VersionedAsync(context, existing, building) : handler.VersioningAsync(context, existing, building));
            }
            foreach (var fieldStep in step.Fields)
            {
                if (existing.Get(fieldStep.FieldType, fieldStep.Field.Name) is not ContentField oldField) continue;
                if (building.Get(fieldStep.FieldType, fieldStep.Field.Name) is not ContentField newField) continue;
                var fieldContext = Describe(new VersionContentFieldContext(context.ContentItem, context.BuildingContentItem), step, fieldStep);
                foreach (var handler in FieldHandlers(fieldStep, reversed))
                {
                    await (reversed ? handler.VersionedAsync(fieldContext, oldField, newField) : handler.VersioningAsync(fieldContext, oldField, newField));
                }
            }
        }
    }

    private async Task RunAsync<TContext, TFieldContext>(
        ContentEvent what,
        TContext context,
        bool reversed,
        Func<IContentPartHandler, TContext, ContentPart, Task> onPart,
        Func<TContext, TFieldContext> makeFieldContext,
        Func<IContentFieldHandler, TContext, TFieldContext, ContentField, Task> onField)
        where TContext : ContentContextBase
        where TFieldContext : ContentFieldContextBase
    {
        foreach (var (step, part) in await StepsAsync(context.ContentItem, what))
        {
            foreach (var handler in PartHandlers(step, reversed)) await onPart(handler, context, part);
            foreach (var fieldStep in step.Fields)
            {
                if (part.Get(fieldStep.FieldType, fieldStep.Field.Name) is not ContentField field) continue;
                var fieldContext = Describe(makeFieldContext(context), step, fieldStep);
                foreach (var handler in FieldHandlers(fieldStep, reversed)) await onField(handler, context, fieldContext, field);
            }
        }
    }

    private async Task<IEnumerable<(PartStep Step, ContentPart Part)>> StepsAsync(ContentItem item, ContentEvent what)
    {
        if (await definitions.GetTypeDefinitionAsync(item.ContentType) is not { } definition) return [];
        var steps = plans.For(definition).StepsAt(what);
        return steps.Length == 0 ? [] : PartsOf(item, steps);
    }

    private static IEnumerable<(PartStep, ContentPart)> PartsOf(ContentItem item, PartStep[] steps)
    {
        foreach (var step in steps)
        {
            if (item.Get(step.PartType, step.Part.Name) is ContentPart part) yield return (step, part);
        }
    }

    private static TFieldContext Describe<TFieldContext>(TFieldContext context, PartStep step, FieldStep fieldStep) where TFieldContext : ContentFieldContextBase
    {
        context.ContentPartFieldDefinition = fieldStep.Field;
        context.PartName = step.Part.Name;
        return context;
    }

    private async Task CallAsync(PartStep step, ContentEvent what, bool reversed, Func<IContentPartHandler, Task> call)
    {
        foreach (var handler in PartHandlers(step.At(what), reversed)) await call(handler);
    }

    private IEnumerable<IContentPartHandler> PartHandlers(PartStep step, bool reversed) => Resolve<IContentPartHandler>(step.Handlers, reversed);

    private IEnumerable<IContentFieldHandler> FieldHandlers(FieldStep step, bool reversed) => Resolve<IContentFieldHandler>(step.Handlers, reversed);

    private IEnumerable<IContentFieldHandler> FieldHandlers(FieldStep step, ContentEvent what, bool reversed) =>
        Resolve<IContentFieldHandler>([.. step.Handlers.Where(handler => HandlerEvents.Handles(handler, what))], reversed);

    private IEnumerable<THandler> Resolve<THandler>(Type[] types, bool reversed)
    {
        for (var i = 0; i < types.Length; i++)
        {
            yield return (THandler)services.GetRequiredService(types[reversed ? types.Length - 1 - i : i]);
        }
    }
}
