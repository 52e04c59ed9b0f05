using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>Offers spaces that have become free to those who wait, by their rank (PRK-07).</summary>
public sealed class WaitingList(Applications applications)
{
    /// <summary>Offers of one run; the next run goes on.</summary>
    private const int Portion = 50;

    /// <summary>Gives each free space to the first whom it fits.</summary>
    /// <returns>How many offers were made.</returns>
    public async Task<int> OfferAsync()
    {
        var made = 0;
        var nothingFor = new HashSet<ParkingWish>();
        foreach (var row in await applications.WaitingAsync())
        {
            if (made >= Portion || await applications.FindAsync(row.ApplicationId) is not { State: ApplicationState.Waiting } application) continue;

            // Who waits longer for the same has already found nothing.
            if (nothingFor.Contains(application.Wish)) continue;
            if (await applications.FittingAsync(application) is not [var space, ..])
            {
                nothingFor.Add(application.Wish);
                continue;
            }

            try
            {
                await applications.OfferAsync(application, space.SpaceId, Actor.Clock);
                made++;
            }
            catch (RefusedException refused) when (refused.Refusal == ParkingRefusals.NoPrice)
            {
                // Said before anything was written; the manager sets a price first.
                nothingFor.Add(application.Wish);
            }
        }

        return made;
    }
}
