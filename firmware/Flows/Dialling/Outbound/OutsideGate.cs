using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Site.Diff;
using Switchhook.Site.Outbound;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>
/// The one gate that calls to the outside go through, whoever makes them: the rules of the site, their limits, and the guard against
/// fraud. Emergency calls and calls within the house never come here. Control loop only.
/// </summary>
/// <param name="services">What flows work with.</param>
/// <param name="journal">Is told when a phone is stopped, and when it may call again.</param>
/// <param name="night">True while the house is closed.</param>
public sealed class OutsideGate(FlowServices services, CallJournal journal, Func<bool> night)
{
    /// <summary>So many wrong PINs in a row stop the phone.</summary>
    public const int MostWrongPins = 5;

    private static readonly Cause UsedUp = new(CauseCode.Refused, "The minutes that the phone may talk outside are used up.");

    private readonly Dictionary<string, PhoneLedger> _phones = new(StringComparer.Ordinal);
    private readonly FraudTries _tries = new(services, journal);

    private DateTimeOffset Now => services.Loop.Time.GetUtcNow();

    /// <summary>Asks whether a call may go out.</summary>
    /// <param name="call">The call; its journal is told.</param>
    /// <param name="who">Who wants to call: a phone. Whoever is outside gets no second way out.</param>
    /// <param name="digits">What was dialled, with the prefix.</param>
    /// <param name="site">The site in force.</param>
    internal OutsidePermit Permit(Call call, Party who, string digits, SiteInForce site)
    {
        digits = digits.TrimEnd('#');
        var permit = who.IsOutside ? RefuseCaller(who) : Judge(call.Id, who.Name, digits, site);
        if (permit is OutsidePermit.Refused refused)
        {
            call.Note("outbound", refused.Why.Words);
        }

        return permit;
    }

    /// <summary>Why a phone may not send its calls on to a number outside; null when it may. Nothing is counted.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="digits">What its user would dial, with the prefix.</param>
    /// <param name="site">The site in force.</param>
    internal (Phrase Phrase, string Why)? WhyNoForward(string phone, string digits, SiteInForce site)
    {
        if (StoppedWhy(phone) is { } stopped)
        {
            return (Phrase.OutsideStopped, stopped);
        }

        var choice = RuleChoice.Of(site, digits, phone, Now);
        if (choice.IsDearRefused)
        {
            _tries.Tell(Party.Phone(phone), $"Somebody tried to send calls for phone {phone} on: {choice.Words(digits, phone)}");
        }

        return choice switch
        {
            { Rule: null } => (choice.Phrase, choice.Words(digits, phone)),
            { Rule.Pin: not null } => (Phrase.OutsideRefused, $"{digits} needs a PIN: calls cannot be sent on to it."),
            _ => null,
        };
    }

    /// <summary>The call got through on a line: counts it until it ends, and ends it when the phone's minutes are used up.</summary>
    internal void Follow(OutsidePermit.Given permit, Leg leg, SiteInForce site) => services.Loop.Watch(FollowAsync(permit, leg, site));

    /// <summary>The call did not get through, or is over.</summary>
    internal void Close(OutsidePermit.Given permit)
    {
        if (permit.Attempt.EndedAt is null)
        {
            permit.Attempt.EndedAt = Now;
            journal.Append(OutsideHistory.EntryOf(permit.Call, permit.Phone, permit.Attempt));
        }

        Watch(permit.Phone);
    }

    /// <summary>The right PIN was entered, or a wrong one.</summary>
    /// <returns>False when the phone is stopped now.</returns>
    internal bool Tell(string phone, bool isRight)
    {
        var ledger = LedgerOf(phone);
        ledger.WrongPins = isRight ? 0 : ledger.WrongPins + 1;
        if (ledger.WrongPins >= MostWrongPins)
        {
            Stop(phone, $"{MostWrongPins} wrong PINs in a row.");
        }

        return StoppedWhy(phone) is null;
    }

    /// <summary>Phones that may not call out now, with the reason and the end.</summary>
    public IReadOnlyList<OutsideStopped> Stopped() =>
    [
        .. _phones.Where(phone => StoppedWhy(phone.Key) is not null)
            .Select(phone => new OutsideStopped(phone.Key, phone.Value.StoppedUntil, phone.Value.StoppedWhy)),
    ];

    /// <summary>Takes up stops from before a restart; pages and alerts are told again.</summary>
    public void Restore(IEnumerable<OutsideStopped> stops)
    {
        foreach (var stop in stops.Where(stop => stop.Until > Now))
        {
            Stop(stop.Phone, stop.Until!.Value, stop.Why);
            journal.Append(stop);
        }
    }

    /// <summary>Goes on counting the calls of phones where a restart cut it off.</summary>
    /// <param name="events">The entries of the last 24 hours that count calls, stop phones and let them go on, in order.</param>
    /// <param name="lastSign">When the box last wrote something before; null on a new box.</param>
    public void Restore(IEnumerable<JournalEvent> events, DateTimeOffset? lastSign)
    {
        foreach (var (phone, calls) in OutsideHistory.Read(events, lastSign))
        {
            LedgerOf(phone).Restore(calls);
        }
    }

    /// <summary>Lets a phone call out again.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>False when it was not stopped.</returns>
    public bool Release(string phone, string by)
    {
        if (!_phones.TryGetValue(phone, out var ledger) || ledger.StoppedUntil is null)
        {
            return false;
        }

        ledger.Forget();
        journal.Append(new OutsideStopped(phone, null, $"Phone {phone} may call outside again (by {by})."));
        return true;
    }

    private OutsidePermit.Refused RefuseCaller(Party who)
    {
        var why = $"{who.Capitalised} is outside: it may not call out through the box.";
        _tries.Tell(who, $"A caller tried to call out through the box. {why}");
        return Refused(Phrase.OutsideRefused, why);
    }

    private OutsidePermit Judge(CallId call, string phone, string digits, SiteInForce site)
    {
        if (StoppedWhy(phone) is { } stopped)
        {
            return Refused(Phrase.OutsideStopped, stopped);
        }

        var now = Now;
        var choice = RuleChoice.Of(site, digits, phone, now);
        if (choice.Rule is not { } rule)
        {
            NoteRefusal(phone, choice, now);
            return Refused(choice.Phrase, choice.Words(digits, phone));
        }

        var (ledger, words) = (LedgerOf(phone), OutboundFacts.InWords(rule));
        if (rule.Limit is { } limit && ledger.Exceeds(limit, words, DayOf(site, now), now) is { } exceeded)
        {
            return Refused(Phrase.OutsideLimited, exceeded);
        }

        var number = digits[rule.Prefix.Length..];
        var attempt = new OutsideAttempt(choice.Reached.E164 ?? number, choice.Reached.Class, words, now, night());
        ledger.Add(attempt);
        if (FraudGuard.Judge(ledger.Calls, now) is { } odd)
        {
            attempt.EndedAt = now;
            Stop(phone, odd);
            return Refused(Phrase.OutsideStopped, StoppedWhy(phone)!);
        }

        journal.Append(OutsideHistory.EntryOf(call, phone, attempt));
        var shown = rule.Show ?? site.Model.Phones.GetValueOrDefault(phone)?.Show;
        return new OutsidePermit.Given(call, phone, rule, new DialTarget.Outside(number, rule.Over) { Show = shown }, attempt);
    }

    // Once or twice is a slip; a program goes on.
    private void NoteRefusal(string phone, RuleChoice choice, DateTimeOffset now)
    {
        if (choice.IsDearRefused && LedgerOf(phone).CountRefusal(now) > FraudGuard.RefusedInAnHour)
        {
            Stop(phone, $"More than {FraudGuard.RefusedInAnHour} calls in an hour to dear numbers, which were refused.");
        }
    }

    private static OutsidePermit.Refused Refused(Phrase phrase, string why) => new(phrase, new Cause(CauseCode.Refused, why));

    private static DateTimeOffset DayOf(SiteInForce site, DateTimeOffset now)
    {
        var calendar = new SiteCalendar(site.Model.TimeZone);
        return calendar.StartOf(calendar.DayOf(now));
    }

    private async Task FollowAsync(OutsidePermit.Given permit, Leg leg, SiteInForce site)
    {
        IDisposable? limit = null;
        if (await leg.Answered)
        {
            permit.Attempt.AnsweredAt = Now;
            if (Left(permit, site) is { } left)
            {
                limit = services.Loop.Schedule(left > TimeSpan.Zero ? left : TimeSpan.Zero, () => leg.HangUp(UsedUp));
            }
        }

        await leg.Ended;
        limit?.Dispose();
        Close(permit);
    }

    private TimeSpan? Left(OutsidePermit.Given permit, SiteInForce site)
    {
        var (now, ledger) = (Now, LedgerOf(permit.Phone));
        var byRule = ledger.LeftOf(permit.Rule.Limit, permit.Attempt.Rule, DayOf(site, now), now);
        var abroad = permit.Attempt.Class == NumberClass.International ? FraudGuard.LeftAbroad(ledger.Calls, now) : (TimeSpan?)null;
        return byRule < abroad || abroad is null ? byRule : abroad;
    }

    private void Watch(string phone)
    {
        if (StoppedWhy(phone) is null && FraudGuard.Judge(LedgerOf(phone).Calls, Now) is { } odd)
        {
            Stop(phone, odd);
        }
    }

    private void Stop(string phone, string odd)
    {
        var until = Now + FraudGuard.StopTime;
        var why = $"Calls of phone {phone} to the outside are stopped until {until:yyyy-MM-dd HH:mm} UTC: {odd}";
        Stop(phone, until, why);
        journal.Append(new OutsideStopped(phone, until, why));
    }

    private void Stop(string phone, DateTimeOffset until, string why)
    {
        var ledger = LedgerOf(phone);
        (ledger.StoppedUntil, ledger.StoppedWhy) = (until, why);
        services.Loop.Schedule(until - Now, () => EndStop(phone));
    }

    private void EndStop(string phone)
    {
        if (LedgerOf(phone).StoppedUntil <= Now)
        {
            Release(phone, "the box, after its time");
        }
    }

    private string? StoppedWhy(string phone) =>
        _phones.GetValueOrDefault(phone) is { } ledger && ledger.StoppedUntil > Now ? ledger.StoppedWhy : null;

    private PhoneLedger LedgerOf(string phone)
    {
        if (!_phones.TryGetValue(phone, out var ledger))
        {
            ledger = _phones[phone] = new PhoneLedger();
        }

        return ledger;
    }
}
