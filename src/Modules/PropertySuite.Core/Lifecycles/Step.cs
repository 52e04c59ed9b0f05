namespace PropertySuite.Core;

/// <summary>A transition that was taken: what history keeps.</summary>
/// <param name="Verb">Id of the verb.</param>
/// <param name="From">Name of the state that was left; null when the record came into being.</param>
/// <param name="To">Name of the state that was reached.</param>
/// <param name="By">Who acted.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Reason">Why; null when none was asked.</param>
public sealed record Step(string Verb, string? From, string To, Actor By, DateTime AtUtc, string? Reason = null);

/// <summary>A transition that is this person's to take.</summary>
/// <param name="Verb">Its name.</param>
/// <param name="AsksReason">Whether a reason will be asked.</param>
/// <param name="Closed">Why it is closed at this moment; null when it is open.</param>
public sealed record Offer(Verb Verb, bool AsksReason, RefusedException? Closed)
{
    /// <summary>Whether it can be taken now.</summary>
    public bool IsOpen => Closed is null;
}
