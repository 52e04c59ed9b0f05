namespace PropertySuite.Subcontractors;

/// <summary>English words of what an evaluation ends in.</summary>
public static class EvaluationWords
{
    /// <summary>The word.</summary>
    public static string Name(EvaluationEnd end) => end switch
    {
        EvaluationEnd.Renew => "Renew it",
        EvaluationEnd.Renegotiate => "Renegotiate",
        EvaluationEnd.Retender => "Invite bids again",
        _ => "Stop",
    };
}
