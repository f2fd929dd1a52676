namespace Switchhook.Calls;

/// <summary>What a phone asks of the box when its user dials or uses the hook: flows implement it.</summary>
public interface IPhoneHost
{
    /// <summary>What the digits dialled so far mean.</summary>
    DialVerdict Classify(string digits);

    /// <summary>Starts a call from the phone; <paramref name="leg"/> is its new, connected leg.</summary>
    void Dial(Leg leg, string digits);

    /// <summary>
    /// The user hung up while one party was on hold: the party on hold and the other one go on together. Both legs are the phone's own,
    /// and end.
    /// </summary>
    void Transfer(Leg held, Leg active);

    /// <summary>
    /// The user wants all three to talk; afterwards <paramref name="held"/> is the phone's leg in the common call, and <paramref
    /// name="active"/> ends.
    /// </summary>
    void Conference(Leg held, Leg active);
}

/// <summary>What dialled digits mean so far.</summary>
public enum DialVerdict
{
    /// <summary>More digits are needed.</summary>
    Incomplete,

    /// <summary>A number, but a longer one could follow: wait for the inter-digit time-out.</summary>
    CompleteOrMore,

    /// <summary>A whole number; dial at once.</summary>
    Complete,

    /// <summary>Cannot become a number that may be dialled.</summary>
    Refused,
}
