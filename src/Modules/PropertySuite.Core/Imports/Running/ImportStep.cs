using System.Text.Json.Nodes;
using OrchardCore;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace PropertySuite.Core.Imports;

/// <summary>
/// Recipe step <c>import</c>: fills lists from files beside the recipe, by the same road as the page.
/// <code>{ "name": "import", "batch": "demonstration", "adopt": ["Building"], "files": [{ "list": "units", "file": "alba/units.csv" }] }</code>
/// </summary>
/// <remarks><c>later</c> beside a file leaves it to a job. <c>today</c> beside a file is the day that it calls today: its days and moments move with the day on which the recipe runs; <c>part</c>, <c>past</c> or <c>future</c>, takes what has been by then or what is to come. <c>batch</c> names what is removed as one; <c>adopt</c> takes records of these types into it that the recipe has brought as content.</remarks>
public sealed class ImportStep(IEnumerable<ImportList> lists, ImportPlanner planner, ImportRunner runner, RefusalTexts refusals, CommunityTimes times, IClock clock, ImportAccess access, JobBook jobs) : NamedRecipeStepHandler("import")
{
    /// <summary>Stands for the person where a recipe imports.</summary>
    public const string ActorId = "recipe";

    private static readonly Actor _recipe = new(ActorId, ActorId);

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Step;
        var batch = step["batch"]?.GetValue<string>();
        if (step["adopt"] is JsonArray types)
            await runner.AdoptAsync(types.Select(type => type!.GetValue<string>()), batch ?? throw Problem("\"adopt\" needs a \"batch\"."), context.RecipeDescriptor?.Name ?? "recipe", _recipe);

        foreach (var file in step["files"] as JsonArray ?? [])
        {
            var listId = file?["list"]?.GetValue<string>();
            var path = file?["file"]?.GetValue<string>() ?? throw Problem("A file is missing.");
            var list = lists.FirstOrDefault(list => list.Id == listId) ?? throw Problem($"There is no list \"{listId}\".");
            var (bytes, days) = (await ReadAsync(context, path), new ImportDays(await ShiftAsync(file["today"]?.GetValue<string>()), PartOf(file["part"]?.GetValue<string>())));
            if (file["later"]?.GetValue<bool>() == true) await OrderAsync(list, path, bytes, batch, days);
            else await ImportAsync(list, path, bytes, batch, days);
        }
    }

    /// <summary>Days between the one that a file calls today and today.</summary>
    private async Task<int> ShiftAsync(string? today) =>
        today is null ? 0
            : DateOnly.TryParseExact(today, "yyyy-MM-dd", out var told) ? (await times.GetAsync()).DayAt(clock.UtcNow).DayNumber - told.DayNumber
            : throw Problem($"\"today\" is no day: {today}.");

    private static ImportPart PartOf(string? text) => text switch
    {
        null => ImportPart.Whole,
        "past" => ImportPart.Past,
        "future" => ImportPart.Future,
        _ => throw Problem($"\"part\" is past or future, not {text}."),
    };

    /// <summary>What nobody waits for is imported by a job once the recipe is through.</summary>
    private async Task OrderAsync(ImportList list, string path, byte[] bytes, string? batch, ImportDays days)
    {
        var draft = new ImportDraft
        {
            DraftId = IdGenerator.GenerateId(), ListId = list.Id, FileName = Path.GetFileName(path), File = bytes, Batch = batch, ShiftDays = days.Shift, Part = days.Part, ByUserId = _recipe.Id, AtUtc = clock.UtcNow, IsOrdered = true,
        };
        await access.KeepAsync(draft);
        await jobs.OrderAsync(new JobOrder(ImportWorker.JobKind, draft.FileName) { Data = new ImportTask(draft.DraftId), By = _recipe });
    }

    private async Task ImportAsync(ImportList list, string path, byte[] bytes, string? batch, ImportDays days)
    {
        try
        {
            var plan = await planner.PlanAsync(list, SheetFile.Read(bytes, path)[0], days: days);
            if (plan.Problems is [var first, ..]) throw Problem($"{path}, {first.Place}: {first.Sentence}");
            if (plan.Added + plan.Changed > 0) await runner.RunAsync(plan, Path.GetFileName(path), _recipe, batch);
        }
        catch (RefusedException refused)
        {
            throw Problem($"{path}: {await refusals.SayAsync(refused)}");
        }
        catch (UnreadableException unreadable)
        {
            throw Problem($"{path}, {unreadable.Place}: {await refusals.SayAsync(unreadable.Refused)}");
        }
    }

    private static async Task<byte[]> ReadAsync(RecipeExecutionContext context, string path)
    {
        // Only what lies beside the recipe.
        if (path.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(path) || context.RecipeDescriptor?.FileProvider is not { } files) throw Problem($"The file \"{path}\" does not lie beside the recipe.");
        var file = files.GetFileInfo(Path.Combine(context.RecipeDescriptor.BasePath ?? "", path).Replace('\\', '/'));
        if (!file.Exists) throw Problem($"There is no file \"{path}\" beside the recipe.");
        await using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static InvalidOperationException Problem(string message) => new(message);
}
