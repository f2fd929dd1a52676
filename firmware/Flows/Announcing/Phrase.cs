using System.Collections.Immutable;
using Switchhook.Flows.Dialling;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Opening;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Announcing;

/// <summary>
/// Something that the box can say itself. Numbers are rounded when a phrase is made, so that there are few, all of them can be spoken
/// beforehand, and two that sound alike are equal.
/// </summary>
public readonly record struct Phrase
{
    /// <summary>Places beyond are said as "more than".</summary>
    public const int LastPlace = 20;

    /// <summary>Queues of a site that say anything; more are mute.</summary>
    private const int MaxQueues = 100;

    /// <summary>The longest name of a queue that is said, in characters; the rest is left out.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The number of a time that is more than an hour.</summary>
    internal const int BeyondAnHour = 61;

    /// <summary>Times that callers choose are to so many minutes.</summary>
    internal const int TimeStep = 5;

    private const string Keys = "0123456789*#";

    private static readonly ImmutableArray<int> Minutes = [1, 2, 3, 4, 5, 10, 15, 20, 30, 45, 60];

    internal Phrase(PhraseKind kind, int number = 0, string name = "")
    {
        Kind = kind;
        Number = number;
        Name = name;
    }

    /// <summary>For callers: thank you for waiting.</summary>
    public static Phrase ThankYou => new(PhraseKind.ThankYou);

    /// <summary>For callers: the key is not offered.</summary>
    public static Phrase WrongKey => new(PhraseKind.WrongKey);

    /// <summary>For callers: they are to press a key.</summary>
    public static Phrase NoKey => new(PhraseKind.NoKey);

    /// <summary>For callers: a number has not as many digits as it should.</summary>
    public static Phrase WrongEntry => new(PhraseKind.WrongEntry);

    /// <summary>For callers: which key is yes, and which is no.</summary>
    public static Phrase YesOrNo => new(PhraseKind.YesOrNo);

    /// <summary>For callers: the number to call back is noted, and the place is kept.</summary>
    public static Phrase CallbackNoted => new(PhraseKind.CallbackNoted);

    /// <summary>For callers: enter the number to call back, and # after it.</summary>
    public static Phrase EnterNumber => new(PhraseKind.EnterNumber);

    /// <summary>For callers: the site does not allow calls to that number; the place is kept.</summary>
    public static Phrase NumberRefused => new(PhraseKind.NumberRefused);

    /// <summary>For users: no rule of the site lets this phone call that number.</summary>
    public static Phrase OutsideRefused => new(PhraseKind.OutsideRefused);

    /// <summary>For users: that number may be called at other times.</summary>
    public static Phrase OutsideClosed => new(PhraseKind.OutsideClosed);

    /// <summary>For users: the phone has called as much as it may.</summary>
    public static Phrase OutsideLimited => new(PhraseKind.OutsideLimited);

    /// <summary>For users: the guard against fraud has stopped the phone's calls out.</summary>
    public static Phrase OutsideStopped => new(PhraseKind.OutsideStopped);

    /// <summary>For the front desk: a phone may call out again.</summary>
    public static Phrase OutsideReleased => new(PhraseKind.OutsideReleased);

    /// <summary>For users: enter the PIN, and # after it.</summary>
    public static Phrase EnterPin => new(PhraseKind.EnterPin);

    /// <summary>For users: that is not the PIN.</summary>
    public static Phrase PinWrong => new(PhraseKind.PinWrong);

    /// <summary>For callers and users: the call ends, because an emergency call needs its line.</summary>
    public static Phrase LineNeeded => new(PhraseKind.LineNeeded);

    /// <summary>For users who test: no line works.</summary>
    public static Phrase EmergencyNoLine => new(PhraseKind.EmergencyNoLine);

    /// <summary>For users who call for help: no line works; it is tried again while they wait.</summary>
    public static Phrase EmergencyTrying => new(PhraseKind.EmergencyTrying);

    /// <summary>For callers: speak after the tone, and press # after it.</summary>
    public static Phrase LeaveMessage => new(PhraseKind.LeaveMessage);

    /// <summary>For callers: the message is there, and the place is kept.</summary>
    public static Phrase MessageNoted => new(PhraseKind.MessageNoted);

    /// <summary>For callers: there is no message, and the place is kept.</summary>
    public static Phrase MessageNotKept => new(PhraseKind.MessageNotKept);

    /// <summary>For callers: nobody will get to the call before the house closes.</summary>
    public static Phrase NotBeforeClosing => new(PhraseKind.NotBeforeClosing);

    /// <summary>For callers: the house is closed.</summary>
    public static Phrase Closed => new(PhraseKind.Closed);

    /// <summary>For callers: one key to be called back in turn, another to choose a time.</summary>
    public static Phrase ChooseTime => new(PhraseKind.ChooseTime);

    /// <summary>For callers: enter the time with four digits.</summary>
    public static Phrase EnterTime => new(PhraseKind.EnterTime);

    /// <summary>For callers: at that time nobody calls.</summary>
    public static Phrase TimeRefused => new(PhraseKind.TimeRefused);

    /// <summary>For callers: one key when the time is right, another for another time.</summary>
    public static Phrase ConfirmTime => new(PhraseKind.ConfirmTime);

    /// <summary>For the people of the house: night is switched on.</summary>
    public static Phrase NightOn => new(PhraseKind.NightOn);

    /// <summary>For the people of the house: night is switched off.</summary>
    public static Phrase NightOff => new(PhraseKind.NightOff);

    /// <summary>For users: the phone is not to be disturbed.</summary>
    public static Phrase DoNotDisturbOn => new(PhraseKind.DoNotDisturbOn);

    /// <summary>For users: the phone takes calls again.</summary>
    public static Phrase DoNotDisturbOff => new(PhraseKind.DoNotDisturbOff);

    /// <summary>For users: calls for the phone go on to the number.</summary>
    public static Phrase ForwardOn => new(PhraseKind.ForwardOn);

    /// <summary>For users: calls for the phone stay.</summary>
    public static Phrase ForwardOff => new(PhraseKind.ForwardOff);

    /// <summary>For users: there is no call that could be taken, or called back.</summary>
    public static Phrase NoCallFound => new(PhraseKind.NoCallFound);

    /// <summary>For agents: they get calls from now on.</summary>
    public static Phrase LoggedIn => new(PhraseKind.LoggedIn);

    /// <summary>For agents: they get no calls from now on.</summary>
    public static Phrase LoggedOut => new(PhraseKind.LoggedOut);

    /// <summary>For agents: no calls until they are ready again.</summary>
    public static Phrase Paused => new(PhraseKind.Paused);

    /// <summary>For agents: calls come again.</summary>
    public static Phrase Ready => new(PhraseKind.Ready);

    /// <summary>For agents: which keys there are after a message whose caller can be called.</summary>
    public static Phrase MessageKeys => new(PhraseKind.MessageKeys);

    /// <summary>For agents: which keys there are after another message.</summary>
    public static Phrase MessageKeysWithoutCall => new(PhraseKind.MessageKeysWithoutCall);

    /// <summary>For agents: more time after the call.</summary>
    public static Phrase WrapUpExtended => new(PhraseKind.WrapUpExtended);

    /// <summary>For agents: what they dialled is no code.</summary>
    public static Phrase CodeUnknown => new(PhraseKind.CodeUnknown);

    /// <summary>For agents: nobody with that code is logged in.</summary>
    public static Phrase NobodyWithThatCode => new(PhraseKind.NobodyWithThatCode);

    /// <summary>For agents: paused by the box, because they did not answer; # ends it.</summary>
    public static Phrase PausedForNoAnswer => new(PhraseKind.PausedForNoAnswer);

    /// <summary>For agents: what the call was about is noted.</summary>
    public static Phrase DispositionNoted => new(PhraseKind.DispositionNoted);

    /// <summary>For agents: what they want needs a login.</summary>
    public static Phrase NotLoggedIn => new(PhraseKind.NotLoggedIn);

    /// <summary>What is said.</summary>
    internal PhraseKind Kind { get; }

    /// <summary>Place or minutes, as rounded, or day and minute; else 0.</summary>
    internal int Number { get; }

    /// <summary>Key or queue; else empty.</summary>
    internal string Name { get; }

    /// <summary>For callers: the place in the queue, from 1; beyond <see cref="LastPlace"/> all are alike.</summary>
    public static Phrase Place(int place) => new(PhraseKind.Place, Math.Clamp(place, 1, LastPlace + 1));

    /// <summary>For callers: how long they will wait, by the forecast.</summary>
    public static Phrase Forecast(TimeSpan wait) => new(PhraseKind.Forecast, Rounded(wait));

    /// <summary>For callers: when the house opens again.</summary>
    internal static Phrase OpensAgain(SpokenTime time) => new(PhraseKind.OpensAgain, Packed(time));

    /// <summary>For callers: the number is noted, and they are called when the house opens again.</summary>
    internal static Phrase CallbackAt(SpokenTime time) => new(PhraseKind.CallbackAt, Packed(time));

    /// <summary>For callers: the day on which they will be called; a chosen time follows.</summary>
    internal static Phrase ChosenDay(SpokenDay day) => new(PhraseKind.ChosenDay, (int)day * SpokenTime.MinutesOfDay);

    /// <summary>For callers: the time of that day.</summary>
    /// <param name="minute">Minutes since midnight; of five only the last are said.</param>
    internal static Phrase ChosenTime(int minute) => new(PhraseKind.ChosenTime, minute - (minute % TimeStep));

    /// <summary>For callers: which key is for the language of the sentence.</summary>
    public static Phrase LanguageKey(char key) => new(PhraseKind.LanguageKey, name: Checked(key));

    /// <summary>For callers: which key to press to be called back without losing the place.</summary>
    public static Phrase CallbackOffer(char key) => new(PhraseKind.CallbackOffer, name: Checked(key));

    /// <summary>For callers: which key to press to leave a message without losing the place.</summary>
    public static Phrase MessageOffer(char key) => new(PhraseKind.MessageOffer, name: Checked(key));

    /// <summary>For agents: which queue the message that they are about to hear comes from.</summary>
    /// <param name="queue">Its name for people.</param>
    public static Phrase MessageFrom(string queue) => new(PhraseKind.MessageFrom, name: Bounded(queue));

    /// <summary>For agents: which queue the call comes from.</summary>
    /// <param name="queue">Its name for people.</param>
    public static Phrase CallFrom(string queue) => new(PhraseKind.CallFrom, name: Bounded(queue));

    /// <summary>For agents: which queue owes the call back that they are about to make.</summary>
    /// <param name="queue">Its name for people.</param>
    public static Phrase CallBackFrom(string queue) => new(PhraseKind.CallBackFrom, name: Bounded(queue));

    /// <summary>For users who test: on which line an emergency call would go out.</summary>
    public static Phrase EmergencyLine(string line) => new(PhraseKind.EmergencyLine, name: Bounded(line));

    /// <summary>For users who test, and for the front desk: where the phone stands.</summary>
    public static Phrase EmergencyPlace(string place) => new(PhraseKind.EmergencyPlace, name: Bounded(place));

    /// <summary>For the front desk: which phone has called for help.</summary>
    /// <param name="phone">Its number.</param>
    public static Phrase EmergencyFrom(string phone) => new(PhraseKind.EmergencyFrom, name: Bounded(phone));

    /// <summary>For agents: how long the caller has waited.</summary>
    public static Phrase Waited(TimeSpan wait) => new(PhraseKind.Waited, Rounded(wait));

    /// <summary>For agents: which key takes the call.</summary>
    public static Phrase PressToAccept(char key) => new(PhraseKind.PressToAccept, name: Checked(key));

    /// <summary>The phrases that a site can come to say, each once: what it never says need not be spoken beforehand.</summary>
    /// <param name="site">The site.</param>
    public static ImmutableHashSet<Phrase> NeededBy(SiteModel site)
    {
        var queues = site.Queues.Values.Take(MaxQueues).ToList();
        var phrases = ImmutableHashSet.CreateBuilder<Phrase>();
        phrases.UnionWith(PhoneCodes.HasNight(site) ? [NightOn, NightOff] : []);
        phrases.UnionWith(site.Phones.IsEmpty ? [] : [DoNotDisturbOn, DoNotDisturbOff, ForwardOn, ForwardOff, NoCallFound, OutsideRefused]);
        if (queues.Count > 0)
        {
            phrases.UnionWith([LoggedIn, LoggedOut, Paused, Ready, WrapUpExtended, CodeUnknown, NobodyWithThatCode]);
            phrases.UnionWith([PausedForNoAnswer, DispositionNoted, NotLoggedIn]);
        }

        phrases.UnionWith(site.Flows.Values.SelectMany(flow => flow.AllSteps).SelectMany(NeededBy));
        phrases.UnionWith(OutsidePhrases.NeededBy(site));
        phrases.UnionWith(CodePhrases.NeededBy(site));
        foreach (var queue in queues)
        {
            phrases.UnionWith(NeededBy(queue, queue.Hours is { } hours ? site.Hours[hours] : null));
            phrases.UnionWith(NeededBy(queue, site.Agents.Values.Any(agent => agent.Outside is not null)));
        }

        phrases.UnionWith(site.Surveys.IsEmpty ? [] : [WrongKey, NoKey]);
        phrases.UnionWith(VoicemailPhrases.NeededBy(site));
        phrases.UnionWith(PromptPhrases.NeededBy(site));
        return phrases.ToImmutable();
    }

    private static IEnumerable<Phrase> NeededBy(FlowStep step) => step switch
    {
        FlowStep.Menu => [WrongKey, NoKey],
        FlowStep.Collect => [WrongEntry, NoKey],
        FlowStep.Ask => [WrongKey, NoKey, YesOrNo],
        FlowStep.ChooseLanguage choice => [WrongKey, NoKey, .. choice.Keys.Select(key => LanguageKey(key.Key[0]))],
        _ => [],
    };

    private static IEnumerable<Phrase> NeededBy(QueueConfig queue, bool hasAgentsOutside)
    {
        int[] times = [0, .. Minutes, BeyondAnHour];
        IEnumerable<Phrase> callback = queue.Callback is null
            ? []
            :
            [
                EnterNumber,
                NumberRefused,
                CallbackNoted,
                CallBackFrom(queue.Name),
                .. OffersOf(queue, QueueKeyAction.Callback, CallbackOffer),
            ];
        IEnumerable<Phrase> message = queue.TakesMessages
            ? [LeaveMessage, MessageNoted, MessageNotKept, MessageFrom(queue.Name), MessageKeys, MessageKeysWithoutCall]
            : [];
        return
        [
            .. queue.Music.SaysPosition ? Enumerable.Range(1, LastPlace + 1).Select(Place) : [],
            .. queue.Music.SaysPosition || queue.Music.SaysWait ? [ThankYou] : Array.Empty<Phrase>(),
            .. queue.Music.SaysWait ? times.Select(minutes => new Phrase(PhraseKind.Forecast, minutes)) : [],
            .. queue.Whispers || message.Any() ? times.Select(minutes => new Phrase(PhraseKind.Waited, minutes)) : [],
            .. queue.Whispers || hasAgentsOutside ? [CallFrom(queue.Name)] : Array.Empty<Phrase>(),
            .. hasAgentsOutside ? [PressToAccept('1')] : Array.Empty<Phrase>(),
            .. callback,
            .. message,
            .. OffersOf(queue, QueueKeyAction.Message, MessageOffer),
        ];
    }

    // An opening is today or tomorrow, or on its day of the week.
    private static IEnumerable<Phrase> NeededBy(QueueConfig queue, HoursConfig? hours)
    {
        if (hours is not null)
        {
            var openings = OpeningsOf(hours).SelectMany(range => new[] { SpokenDay.Today, SpokenDay.Tomorrow, SpokenTime.OnDay(range.Day) }
                .Select(day => new SpokenTime(day, (int)range.From.TotalMinutes))).Distinct().ToList();
            yield return NotBeforeClosing;
            yield return Closed;
            foreach (var opening in openings)
            {
                yield return OpensAgain(opening);
            }

            foreach (var opening in queue.Callback is null ? [] : openings)
            {
                yield return CallbackAt(opening);
            }
        }

        foreach (var phrase in queue.Callback is { TakesTimes: true } ? NeededByTimes(hours) : [])
        {
            yield return phrase;
        }
    }

    private static IEnumerable<Phrase> NeededByTimes(HoursConfig? hours)
    {
        var minutes = Enumerable.Range(0, SpokenTime.MinutesOfDay / TimeStep).Select(step => step * TimeStep);
        return
        [
            ChooseTime,
            EnterTime,
            TimeRefused,
            ConfirmTime,
            .. Enum.GetValues<SpokenDay>().Select(ChosenDay),
            .. minutes.Where(IsOpen).Select(ChosenTime),
        ];

        bool IsOpen(int minute) => hours is null || OpeningsOf(hours).Any(range => range.Holds(TimeSpan.FromMinutes(minute)));
    }

    // Hours of single days too, each on the days of the week on which they can come.
    private static IEnumerable<HoursRange> OpeningsOf(HoursConfig hours) => hours.Ranges.Concat(
        from exception in hours.Exceptions
        from day in exception.Days is DateSpan.Once once
            ? once.Days.Select(date => date.DayOfWeek).Distinct()
            : Enum.GetValues<DayOfWeek>()
        from times in exception.Times
        select new HoursRange(day, times.From, times.To));

    private static IEnumerable<Phrase> OffersOf(QueueConfig queue, QueueKeyAction does, Func<char, Phrase> offer) =>
        queue.Keys.Where(key => key.Does == does).Select(key => offer(key.Key));

    // The nearest of the times that people use; in the middle the longer one, because a promise is better kept.
    private static int Rounded(TimeSpan wait) => wait.TotalMinutes switch
    {
        < 1 => 0,
        > 60 => BeyondAnHour,
        var minutes => Minutes.MinBy(known => (Math.Abs(known - minutes), -known)),
    };

    private static int Packed(SpokenTime time) => ((int)time.Day * SpokenTime.MinutesOfDay) + time.Minute;

    private static string Checked(char key) => Keys.Contains(key, StringComparison.Ordinal)
        ? key.ToString()
        : throw new ArgumentOutOfRangeException(nameof(key), key, "A telephone has no such key; keys are 0 to 9, * and #.");

    // Brackets would be read as phonemes by the synthesizer.
    internal static string Bounded(string name)
    {
        var plain = new string([.. name.Select(one => char.IsControl(one) || one is '[' or ']' or '<' or '>' ? ' ' : one)]).Trim();
        if (plain.Length <= MaxNameLength)
        {
            return plain;
        }

        // Not through the middle of a character of two parts.
        return plain[..(char.IsHighSurrogate(plain[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength)].TrimEnd();
    }
}
