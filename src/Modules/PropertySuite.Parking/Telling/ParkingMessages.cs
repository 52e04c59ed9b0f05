using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>The messages that parking sends; an office may write its own texts.</summary>
public sealed class ParkingMessages
{
    private ParkingMessages()
    {
    }

    /// <summary>A space is held (PRK-07).</summary>
    public static readonly MessageKind Offered = new("parking.offered", typeof(ParkingMessages))
    {
        Name = "A parking space is offered",
        Description = "Sent to whoever waits for a space when one is held for them.",
        Subject = "Space {{ Model.space }} is held for you until {{ Model.until }}",
        Body = "Space {{ Model.space }} is free for {{ Model.plate }} ({{ Model.unit }}), {{ Model.rent }} a month from {{ Model.from }}.\n\nIt is held for you until {{ Model.until }}. Accept or decline it on your page:\n\n{{ Model.link }}\n\nWithout an answer it goes to the next on the list.",
        Sample = () => new() { ["space"] = "P1-017", ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["rent"] = "62,00 €", ["from"] = "1 Dec", ["until"] = "Wed 11, 11:02", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>An offer passed.</summary>
    public static readonly MessageKind OfferPassed = new("parking.offer-passed", typeof(ParkingMessages))
    {
        Name = "An offer of a parking space has passed",
        Description = "Sent when a space was held for somebody who did not answer.",
        Subject = "The offer of a parking space has passed",
        Body = "The time to answer is over, and the space goes to the next on the list. You keep your place for {{ Model.plate }}; after two offers without an answer it goes to the end.\n\n{{ Model.link }}",
        Sample = () => new() { ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>The first rent is due.</summary>
    public static readonly MessageKind ToPay = new("parking.to-pay", typeof(ParkingMessages))
    {
        Name = "The first rent of a parking space",
        Description = "Sent when a space was accepted and the first rent is to be paid.",
        Subject = "Pay {{ Model.amount }} for space {{ Model.space }} until {{ Model.until }}",
        Body = "Thank you: space {{ Model.space }} is reserved for {{ Model.plate }}.\n\nPay the first rent, {{ Model.amount }}, at the office until {{ Model.until }}. Then the contract is ready to sign.",
        Sample = () => new() { ["space"] = "P1-017", ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["amount"] = "62,00 €", ["until"] = "Sat 14, 11:02", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>The contract can be signed.</summary>
    public static readonly MessageKind ContractReady = new("parking.contract-ready", typeof(ParkingMessages))
    {
        Name = "The contract of a parking space is ready",
        Description = "Sent when the first rent is paid.",
        Subject = "The contract for space {{ Model.space }} is ready to sign",
        Body = "The first rent is paid. Come to the office to sign the contract for space {{ Model.space }} and {{ Model.plate }}.",
        Sample = () => new() { ["space"] = "P1-017", ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>A lease ends in 30, 15 or 3 days (PRK-10).</summary>
    public static readonly MessageKind EndsSoon = new("parking.ends-soon", typeof(ParkingMessages))
    {
        Name = "A parking lease ends soon",
        Description = "Sent 30, 15 and 3 days before the last day of a lease.",
        Subject = "The lease of space {{ Model.space }} ends on {{ Model.day }}",
        Body = "The lease of space {{ Model.space }} for {{ Model.plate }} ends on {{ Model.day }}.\n\nRenew it on your page, for {{ Model.rent }} a month:\n\n{{ Model.link }}",
        Sample = () => new() { ["space"] = "P1-017", ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["day"] = "30 Nov", ["rent"] = "62,00 €", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>A lease is over.</summary>
    public static readonly MessageKind Over = new("parking.over", typeof(ParkingMessages))
    {
        Name = "A parking lease is over",
        Description = "Sent when the last day of a lease is over and the space is still held.",
        Subject = "The lease of space {{ Model.space }} is over",
        Body = "The lease of space {{ Model.space }} for {{ Model.plate }} is over. The space is held until {{ Model.day }}; the office can renew the lease until then.",
        Sample = () => new() { ["space"] = "P1-017", ["plate"] = "1234-DMO", ["unit"] = "B-07-C", ["day"] = "7 Dec", ["link"] = "https://alba.example/my/parking" },
    };

    /// <summary>A warning about a violation (PRK-20).</summary>
    public static readonly MessageKind Warning = new("parking.warning", typeof(ParkingMessages))
    {
        Name = "A warning about parking",
        Description = "Sent with the first and the second warning about a violation.",
        Subject = "A warning about {{ Model.plate }}",
        Body = "{{ Model.plate }} was seen at {{ Model.place }} on {{ Model.day }}: {{ Model.what }}.\n\nThis is a warning under number {{ Model.number }}. If it happens again the office may demand a fine.",
        Sample = () => new() { ["plate"] = "1234-DMO", ["place"] = "P1, ramp", ["day"] = "Wed 11, 11:02", ["what"] = "Blocks the way", ["number"] = "JDA-PRV-2026-00003", ["unit"] = "B-07-C" },
    };

    /// <summary>All, in the order in which they are offered to workflows.</summary>
    public static readonly IReadOnlyList<MessageKind> All = [Offered, OfferPassed, ToPay, ContractReady, EndsSoon, Over, Warning];
}
