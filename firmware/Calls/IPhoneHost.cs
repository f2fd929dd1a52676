using Switchhook.Audio;

namespace Switchhook.Calls;

/// <summary>What a phone asks of the box when its user dials or uses the hook: flows implement it.</summary>
public interface IPhoneHost
{
    /// <summary>What the digits dialled so far mean.</summary>
    DialVerdict Classify(string digits);

    /// <summary>Something that whoever lifts the phone must know, said before the dial tone; null when there is nothing.</summary>
    /// <param name="phone">Number of the phone.</param>
    Prompt? NoticeAt(string phone);

    /// <summary>True while messages wait for a phone that nobody has heard: its dial tone tells of them.</summary>
    /// <param name="phone">Number of the phone.</param>
    bool HasMessages(string phone);

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

    /// <summary>
    /// The user sends the other party of a call to a number and does not wait (blind transfer). The phone's leg stays until the number
    /// answers, so that the user gets the call back when nobody does; it may also hang up meanwhile.
    /// </summary>
    /// <param name="leg">The phone's leg in the call.</param>
    /// <param name="digits">What the user dialled.</param>
    /// <returns>Null when the number has answered; else why it did not.</returns>
    Task<Cause?> BlindTransferAsync(Leg leg, string digits);

    /// <summary>A leg takes the place of another in its call, and the other one ends (INVITE with Replaces, RFC 3891).</summary>
    /// <param name="old">In a call.</param>
    /// <param name="fresh">Connected, in no call.</param>
    void Replace(Leg old, Leg fresh);

    /// <summary>A user takes a call that rings at another phone of the house (pick-up).</summary>
    /// <param name="ringing">The leg that rings there, by its id.</param>
    /// <param name="by">The user's own new leg, connected or alerting; it is connected when this returns true.</param>
    /// <returns>False when that does not ring any more; then nothing has happened.</returns>
    bool TryPickUp(string ringing, Leg by);
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
