namespace Switchhook.Sip.Sessions;

/// <summary>Which of the failures of a call that rang at several places the caller is told (RFC 3261 §16.7, step 6).</summary>
internal static class FailureChoice
{
    /// <summary>The one that says most; the first of equals.</summary>
    public static SessionEnd Best(IEnumerable<SessionEnd> failures) => failures.MinBy(failure => Rank(failure.Status))!;

    // A person who declined or is busy says more than a phone that is off.
    private static int Rank(int status) => status switch
    {
        >= 600 => 0,
        486 => 1,
        401 or 407 or 415 or 420 or 484 => 2,
        >= 400 and < 500 and not 408 and not 480 and not 487 => 3,
        480 => 4,
        >= 300 and < 400 => 5,
        408 or 487 => 6,
        >= 500 => 7,
        _ => 8,
    };
}
