using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>What parking refuses.</summary>
public static class ParkingRefusals
{
    public static readonly Refusal JustTaken = Of("parking.just-taken", "This space has just been taken. Choose another one.");
    public static readonly Refusal PromisedLater = Of("parking.promised-later", "Somebody else has a right to this space on some of these days.");
    public static readonly Refusal HasRights = Of("parking.has-rights", "Somebody has a right to this space. End that first.");
    public static readonly Refusal SpaceUnknown = Of("parking.space-unknown", "Choose a space of the list.");
    public static readonly Refusal SpaceDoesNotFit = Of("parking.space-does-not-fit", "This space is not what was applied for.");
    public static readonly Refusal NoPrice = Of("parking.no-price", "The area has no price for this kind of space. A manager sets it on the area's page.");
    public static readonly Refusal OfferOver = Of("parking.offer-over", "The offer could be answered until {0}.");
    public static readonly Refusal NotDueYet = Of("parking.not-due-yet", "It is not time for that yet.");
    public static readonly Refusal TooShort = Of("parking.too-short", "A lease lasts {0} days at least.");
    public static readonly Refusal MonthsWrong = Of("parking.months-wrong", "Write 1 to 12 months.");
    public static readonly Refusal LastDayWrong = Of("parking.last-day-wrong", "Write a day from today on and before {0}, the last day of the lease.");
    public static readonly Refusal DayWrong = Of("parking.day-wrong", "Write a day, such as 13/11.");
    public static readonly Refusal FromWrong = Of("parking.from-wrong", "The first day lies between today and half a year from now.");
    public static readonly Refusal PlateMissing = Of("parking.plate-missing", "Write the number plate.");
    public static readonly Refusal PlateWrong = Of("parking.plate-wrong", "A plate has 2 to 12 letters and digits.");
    public static readonly Refusal PlateTaken = Of("parking.plate-taken", "A vehicle with this plate is on the register already.");
    public static readonly Refusal PlateOfOthers = Of("parking.plate-of-others", "This plate is registered for another unit. The office can help.");
    public static readonly Refusal PlateBlocked = Of("parking.plate-blocked", "This plate is blocked. The office can help.");
    public static readonly Refusal VehicleUnknown = Of("parking.vehicle-unknown", "Choose a vehicle of the list.");
    public static readonly Refusal VehicleNotVerified = Of("parking.vehicle-not-verified", "The papers of the vehicle have not been seen yet.");
    public static readonly Refusal AppliedAlready = Of("parking.applied-already", "An application for this vehicle is open already: {0}.");
    public static readonly Refusal AppliedMeanwhile = Of("parking.applied-meanwhile", "An application for this vehicle is open already.");
    public static readonly Refusal LeasedAlready = Of("parking.leased-already", "This vehicle has a space already: {0}.");
    public static readonly Refusal StillLeased = Of("parking.still-leased", "The vehicle has space {0}. Give the space back first, or change the plate.");
    public static readonly Refusal UnitMissing = Of("parking.unit-missing", "Write the unit.");
    public static readonly Refusal UnitUnknown = Of("parking.unit-unknown", "There is no unit {0} in the register.");
    public static readonly Refusal UnitNotYours = Of("parking.unit-not-yours", "Choose one of your units.");
    public static readonly Refusal PersonNotOfUnit = Of("parking.person-not-of-unit", "This person is not of the unit today.");
    public static readonly Refusal HolderUnknown = Of("parking.holder-unknown", "Nobody of the register drives this vehicle, so there is nobody to warn.");
    public static readonly Refusal PlaceMissing = Of("parking.place-missing", "Write where it stands.");
    public static readonly Refusal FineWrong = Of("parking.fine-wrong", "Write an amount, such as 60.");
    public static readonly Refusal AreaCodeMissing = Of("parking.area-code-missing", "Write a short code of up to 10 characters.");
    public static readonly Refusal AreaCodeTaken = Of("parking.area-code-taken", "An area with this code exists already.");
    public static readonly Refusal NameMissing = Of("parking.name-missing", "Write a name.");
    public static readonly Refusal LevelWrong = Of("parking.level-wrong", "Write the level as a number, such as -1.");
    public static readonly Refusal PriceWrong = Of("parking.price-wrong", "Write a price, such as 62.00.");
    public static readonly Refusal SpaceNumberMissing = Of("parking.space-number-missing", "Write the number on the ground.");
    public static readonly Refusal SpaceNumberTaken = Of("parking.space-number-taken", "The area has a space with this number already.");
    public static readonly Refusal AreaUnknown = Of("parking.area-unknown", "There is no area {0}.");

    private static Refusal Of(string code, string text) => new(typeof(ParkingRefusals), code, text);
}
