using Switchhook.Site;

namespace Switchhook.Flows.Announcing;

/// <summary>What the box says about mailboxes.</summary>
internal static class VoicemailPhrases
{
    /// <summary>Counts beyond are said as "more than".</summary>
    public const int LastCount = 20;

    /// <summary>Mailboxes of a site whose names are said; more are greeted without.</summary>
    private const int MostNames = 100;

    /// <summary>For callers: which keys there are after a recording. For owners too, who record a greeting.</summary>
    public static Phrase Review => new(PhraseKind.VoicemailReview);

    /// <summary>The recording is kept.</summary>
    public static Phrase Kept => new(PhraseKind.VoicemailKept);

    /// <summary>There is no recording.</summary>
    public static Phrase NotKept => new(PhraseKind.VoicemailNotKept);

    /// <summary>For callers: the mailbox takes no more.</summary>
    public static Phrase Full => new(PhraseKind.VoicemailFull);

    /// <summary>For owners: the digits of the caller's number follow.</summary>
    public static Phrase FromNumber => new(PhraseKind.VoicemailFromNumber);

    /// <summary>For owners: the caller's number is not known.</summary>
    public static Phrase FromUnknown => new(PhraseKind.VoicemailFromUnknown);

    /// <summary>For owners: the message is older than a week.</summary>
    public static Phrase LongAgo => new(PhraseKind.VoicemailLongAgo);

    /// <summary>For owners: which keys there are after a message whose caller can be called.</summary>
    public static Phrase Keys => new(PhraseKind.VoicemailKeys);

    /// <summary>For owners: which keys there are after another message.</summary>
    public static Phrase KeysWithoutCall => new(PhraseKind.VoicemailKeysWithoutCall);

    /// <summary>For owners: the message is saved.</summary>
    public static Phrase Saved => new(PhraseKind.VoicemailSaved);

    /// <summary>For owners: the message is deleted.</summary>
    public static Phrase Deleted => new(PhraseKind.VoicemailDeleted);

    /// <summary>For owners: that was all, and which keys there are.</summary>
    public static Phrase End => new(PhraseKind.VoicemailEnd);

    /// <summary>For owners: speak a greeting after the tone, and press # after it.</summary>
    public static Phrase SpeakGreeting => new(PhraseKind.VoicemailSpeakGreeting);

    /// <summary>For owners: enter the PIN, and # after it.</summary>
    public static Phrase EnterPin => new(PhraseKind.VoicemailEnterPin);

    /// <summary>For owners: the PIN is wrong.</summary>
    public static Phrase WrongPin => new(PhraseKind.VoicemailWrongPin);

    /// <summary>For owners: too many wrong PINs were tried.</summary>
    public static Phrase Locked => new(PhraseKind.VoicemailLocked);

    /// <summary>For owners: the phone has no mailbox, or none that can be heard here.</summary>
    public static Phrase NoBox => new(PhraseKind.VoicemailNoBox);

    /// <summary>For callers: whose mailbox it is.</summary>
    /// <param name="name">Its name for people.</param>
    public static Phrase BoxOf(string name) => new(PhraseKind.VoicemailBoxOf, name: Phrase.Bounded(name));

    /// <summary>For owners: how many new messages there are.</summary>
    public static Phrase NewMessages(int count) => new(PhraseKind.VoicemailNewMessages, Math.Clamp(count, 0, LastCount + 1));

    /// <summary>For owners: how many others there are; at least one.</summary>
    public static Phrase OldMessages(int count) => new(PhraseKind.VoicemailOldMessages, Math.Clamp(count, 1, LastCount + 1));

    /// <summary>A digit alone.</summary>
    public static Phrase Digit(char digit) => char.IsAsciiDigit(digit)
        ? new(PhraseKind.Digit, digit - '0')
        : throw new ArgumentOutOfRangeException(nameof(digit), digit, "Digits are 0 to 9.");

    /// <summary>For owners: on which day the message was left.</summary>
    public static Phrase LeftOn(SpokenDay day) => new(PhraseKind.VoicemailLeftOn, (int)day * SpokenTime.MinutesOfDay);

    /// <summary>For owners: at which time of that day.</summary>
    /// <param name="minute">Minutes since midnight; of five only the last are said.</param>
    public static Phrase LeftAt(int minute) => new(PhraseKind.VoicemailLeftAt, minute - (minute % Phrase.TimeStep));

    /// <summary>The phrases that a site can come to say of its mailboxes.</summary>
    public static IEnumerable<Phrase> NeededBy(SiteModel site)
    {
        if (site.Voicemail.IsEmpty)
        {
            return [];
        }

        return
        [
            Phrase.LeaveMessage,
            .. new[]
            {
                Review, Kept, NotKept, Full, FromNumber, FromUnknown, LongAgo, Keys, KeysWithoutCall, Saved, Deleted, End, SpeakGreeting,
                EnterPin, WrongPin, Locked, NoBox,
            },
            .. site.Voicemail.Values.Take(MostNames).Select(box => BoxOf(box.DisplayName)),
            .. Enumerable.Range(0, LastCount + 2).Select(NewMessages),
            .. Enumerable.Range(1, LastCount + 1).Select(OldMessages),
            .. "0123456789".Select(Digit),
            .. Enum.GetValues<SpokenDay>().Where(day => day != SpokenDay.Tomorrow).Select(LeftOn),
            .. Enumerable.Range(0, SpokenTime.MinutesOfDay / Phrase.TimeStep).Select(step => LeftAt(step * Phrase.TimeStep)),
        ];
    }
}
