using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>Spaces: the list, and the map of each level (PRK-02).</summary>
[Requires(ParkingPermissions.View)]
public sealed class ParkingSpacesController(ListPages pages, Spaces spaces, CurrentActor actors, IStringLocalizer<ParkingTexts> S) : Controller
{
    /// <summary>Spaces.</summary>
    [HttpGet, Admin("Parking/Spaces", "ParkingSpaces")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var manages = (await actors.GetAsync(ParkingPermissions.Manage)).May(ParkingPermissions.Manage);
        return View(ParkingListPage.View, new ParkingListPage(
            S["Spaces"],
            await pages.ReadAsync(await ListAsync(), request, S["Spaces"], S["No spaces here. Add them on the page of areas, or import them from a spreadsheet."], Url.Action(nameof(Index))!),
            manages ? [(S["Map"], Url.Action(nameof(Map))!), (S["Areas and prices"], Url.Action("Index", "ParkingAreas")!)] : [(S["Map"], Url.Action(nameof(Map))!)]));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Parking/Spaces/Export", "ParkingSpacesCsv")]
    public async Task<IActionResult> Export(ListRequest request) => await pages.CsvAsync(this, await ListAsync(), request, "parking-spaces");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Parking/Spaces/Export.xlsx", "ParkingSpacesXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request) => await pages.XlsxAsync(this, await ListAsync(), request, "parking-spaces");

    /// <summary>All spaces of the areas as a picture.</summary>
    [HttpGet, Admin("Parking/Map", "ParkingMap")]
    public async Task<IActionResult> Map()
    {
        var standing = await spaces.StandingAsync();
        return View(new ParkingMap([.. (await spaces.AreasAsync()).Select(area => new ParkingMapArea(
            area,
            [.. standing.Values.Where(space => space.Space.AreaId == area.AreaId).OrderBy(space => space.Space.Code, StringComparer.Ordinal)]))]));
    }

    private async Task<ListDefinition<SpaceIndex>> ListAsync() => ParkingLists.Spaces(await spaces.StandingAsync(), await spaces.AreasAsync());
}

/// <summary>The map.</summary>
public sealed record ParkingMap(IReadOnlyList<ParkingMapArea> Areas);

/// <summary>An area of the map.</summary>
public sealed record ParkingMapArea(AreaIndex Area, IReadOnlyList<SpaceStanding> Spaces)
{
    /// <summary>How many spaces stand so.</summary>
    public int Count(SpaceState state) => Spaces.Count(space => space.State == state);
}

/// <summary>Areas, their prices and their spaces (PRK-01).</summary>
[Requires(ParkingPermissions.Manage)]
public sealed class ParkingAreasController(Spaces spaces, ParkingBook book, IMoneyBook money) : Controller, IShowsAgain
{
    /// <summary>The areas with the forms for an area, a price and spaces.</summary>
    [HttpGet, Admin("Parking/Areas", "ParkingAreas")]
    public async Task<IActionResult> Index() => View(await FillAsync(new AreaForm()));

    /// <summary>Adds an area.</summary>
    [HttpPost, Admin("Parking/Areas", "ParkingAreasPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Add(AreaForm form)
    {
        if (!int.TryParse(form.Level?.Trim().Replace('−', '-'), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var level) || level is < -20 or > 100) throw ParkingRefusals.LevelWrong.At("Level");
        var area = await book.NewAsync<AreaPart>(ParkingTypes.Area);
        area.Describe(form.Code, form.Name, level);
        await spaces.SaveAsync(area, isNew: true);
        return RedirectToAction(nameof(Show), new { areaId = area.ContentItem.ContentItemId });
    }

    /// <summary>One area: its prices, and the form for spaces.</summary>
    [HttpGet, Admin("Parking/Areas/{areaId}", "ParkingArea")]
    public async Task<IActionResult> Show(string areaId) => await spaces.AreaAsync(areaId) is { } area ? View(await FillAsync(area, new())) : NotFound();

    /// <summary>Sets a price from a day on.</summary>
    [HttpPost, Admin("Parking/Areas/{areaId}/Price", "ParkingAreaPrice")]
    public async Task<IActionResult> Price(string areaId, SpacesForm form)
    {
        if (await spaces.AreaAsync(areaId) is not { } area) return NotFound();
        var monthly = Money.Read(form.Monthly, await money.CurrencyAsync()) ?? throw ParkingRefusals.PriceWrong.At("Monthly");
        var today = await book.TodayAsync();
        area.Price(form.PriceKind, monthly, string.IsNullOrWhiteSpace(form.PriceFrom) ? today : ListDay.Read(form.PriceFrom, today) ?? throw ParkingRefusals.DayWrong.At("PriceFrom"));
        await spaces.SaveAsync(area, isNew: false);
        return RedirectToAction(nameof(Show), new { areaId });
    }

    /// <summary>Adds a space.</summary>
    [HttpPost, Admin("Parking/Areas/{areaId}/Space", "ParkingAreaSpace")]
    public async Task<IActionResult> Space(string areaId, SpacesForm form)
    {
        if (await spaces.AreaAsync(areaId) is not { } area) return NotFound();
        var space = await spaces.AddAsync(new(areaId, area.Code, area.Level, form.Number ?? "", form.Kind, form.Size, form.Ownership, form.Accessible, form.Charger));
        return RedirectToAction("Space", "ParkingRecord", new { spaceId = space.ContentItem.ContentItemId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) => refused.Given("form") switch
    {
        AreaForm form => View("Index", await FillAsync(form)),
        SpacesForm form when await spaces.AreaAsync(refused.Given("areaId") as string) is { } area => View("Show", await FillAsync(area, form)),
        _ => null,
    };

    private async Task<AreaForm> FillAsync(AreaForm form)
    {
        var standing = await spaces.StandingAsync();
        form.Areas = [.. (await spaces.AreaPartsAsync()).Select(area => (area, standing.Values.Count(space => space.Space.AreaId == area.ContentItem.ContentItemId)))];
        return form;
    }

    private async Task<SpacesForm> FillAsync(AreaPart area, SpacesForm form)
    {
        (form.Area, form.Currency, form.Today) = (area, await money.CurrencyAsync(), await book.TodayAsync());
        return form;
    }
}

/// <summary>The form for an area.</summary>
public sealed class AreaForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Level { get; set; }

    /// <summary>The areas with how many spaces they have; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<(AreaPart Area, int Spaces)> Areas { get; set; } = [];
}

/// <summary>The forms of an area's page.</summary>
public sealed class SpacesForm
{
    public SpaceKind PriceKind { get; set; }

    public string? Monthly { get; set; }

    public string? PriceFrom { get; set; }

    public string? Number { get; set; }

    public SpaceKind Kind { get; set; }

    public SpaceSize Size { get; set; } = SpaceSize.Medium;

    public SpaceOwnership Ownership { get; set; }

    public bool Accessible { get; set; }

    public bool Charger { get; set; }

    /// <summary>What the page shows; never posted.</summary>
    [BindNever, ValidateNever]
    public AreaPart Area { get; set; } = default!;

    [BindNever, ValidateNever]
    public string Currency { get; set; } = "";

    [BindNever, ValidateNever]
    public DateOnly Today { get; set; }
}
