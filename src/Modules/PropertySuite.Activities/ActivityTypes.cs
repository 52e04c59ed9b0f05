namespace PropertySuite.Activities;

/// <summary>Names of the content types, and of the kinds in numbers.</summary>
public static class ActivityTypes
{
    /// <summary>An activity.</summary>
    public const string Activity = "Activity";

    /// <summary>A registration.</summary>
    public const string Registration = "ActivityRegistration";

    /// <summary>A volunteer's turn at a shift.</summary>
    public const string Turn = "VolunteerTurn";

    /// <summary>Kind of activities in numbers and in history.</summary>
    public const string Number = "ACT";

    /// <summary>Kind of registrations in numbers and in history.</summary>
    public const string RegistrationNumber = "REG";

    /// <summary>Kind of volunteers' turns in history.</summary>
    public const string TurnKind = "VOL";
}
