using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Talking;

namespace Switchhook.Flows.Dialling.Emergency;

/// <summary>
/// Emergency calls: out on the best line whatever the state of the house, told at the same moment, called back at the phone that called.
/// Control loop only.
/// </summary>
/// <remarks>It asks no rule, limit, PIN, guard or timetable, and needs nothing of the site but its lines.</remarks>
internal sealed class EmergencyDesk(
    FlowServices services,
    Conversations conversations,
    OutgoingTalk talk,
    EmergencyLines lines,
    EmergencyNotice notice,
    CallJournal journal)
{
    /// <summary>So long calls that come in on the line of an emergency call ring at the phone that called.</summary>
    public static readonly TimeSpan CallbackTime = EmergencyMemory.Keep;

    /// <summary>A line without a sign of life for so long gives way to the next; the second round waits for as long as the user.</summary>
    public static readonly TimeSpan TryLimit = TimeSpan.FromSeconds(6);

    /// <summary>So long a line is looked for while none works, as long as the user waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private const int Rounds = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan CallbackRing = TimeSpan.FromSeconds(45);

    private readonly EmergencyMemory _memory = new(services.Loop.Time);

    private DateTimeOffset Now => services.Loop.Time.GetUtcNow();

    /// <summary>The whole story of an emergency call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">The phone's own leg.</param>
    /// <param name="number">The emergency number.</param>
    /// <param name="site">The site in force.</param>
    public async Task CallAsync(Call call, Leg origin, string number, SiteInForce site)
    {
        var phone = services.Stations.Phone(origin.Party.Name);
        var called = new EmergencyCalled(call.Id, number, origin.Party.Name, phone?.Name, phone?.Place);
        call.Write(called);
        lines.Protect(call);
        notice.Tell(call, called, site);
        if (await SeizeAsync(call, origin, number, site) is { } leg)
        {
            var lineNumber = services.Stations.Line(leg.Party.Name)?.Number;
            _memory.Add(leg.Party.Name, lineNumber, origin.Party.Name, Now);
            services.Loop.Watch(FollowAsync(call, origin.Party.Name, leg, lineNumber));
            await talk.RunAsync(call, origin, leg, site);
            return;
        }

        var why = origin.State == LegState.Ended
            ? await origin.Ended
            : new Cause(CauseCode.NoLine, "No line to the exchange works. Use a mobile phone.");
        journal.Append(new EmergencyEnded(
            call.Id, origin.Party.Name, null, null, $"The emergency call of {origin.Party} did not go out: {why.Words}"));
        call.End(why);
    }

    /// <summary>Tells a user on which line an emergency call would go out, and where the phone stands. Dials nothing.</summary>
    public async Task TestAsync(Call call, Leg origin, SiteInForce site)
    {
        var line = Test(origin.Party.ToString());
        var place = services.Stations.Phone(origin.Party.Name)?.Place;
        IReadOnlyList<Phrase> said =
        [
            line is null ? Phrase.EmergencyNoLine : Phrase.EmergencyLine(line),
            .. place is null ? Array.Empty<Phrase>() : [Phrase.EmergencyPlace(place)],
        ];
        call.Note("emergency", string.Join(' ', said.Select(Phrasebook.InWords)));
        await OutsideWay.SayAsync(origin, site, said);
        call.End(new Cause(CauseCode.FlowEnded, "The test of emergency calls is over."));
    }

    /// <summary>Looks whether an emergency call would go out now, and tells the journal. Dials nothing.</summary>
    /// <param name="by">What it is looked for.</param>
    /// <returns>The line; null when there is none.</returns>
    public string? Test(string by)
    {
        var line = lines.Find(out var isFree);
        var why = line is null ? "No line works: an emergency call would not go out."
            : isFree ? $"An emergency call would go out on line {line}."
            : $"All lines are in use: an emergency call would take line {line} from another call.";
        journal.Append(new EmergencyTested(line, why, by));
        return line;
    }

    /// <summary>The phone that a call must ring, because it called for help on that line a short time ago; null for none.</summary>
    public string? PhoneToCallBack(ExchangeLine line, IncomingCall incoming) => _memory.PhoneOf(line.Name, incoming.Dialled);

    /// <summary>Takes up whom calls go back to after a restart.</summary>
    /// <param name="events">The emergency calls of the last hour with the beginnings of their legs, in order.</param>
    public void Restore(IEnumerable<JournalEvent> events) => _memory.Restore(events);

    /// <summary>Rings the phone that called for help, past flows, queues and night.</summary>
    /// <param name="call">The call that came in.</param>
    /// <param name="incoming">Who calls.</param>
    /// <param name="number">The phone.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>False when nobody answered there: the call goes the usual way, so that it is not lost.</returns>
    public async Task<bool> CallBackAsync(Call call, IncomingCall incoming, string number, SiteInForce site)
    {
        var caller = incoming.Leg;
        lines.Protect(call);
        call.Note("emergency", $"Phone {number} called for help on this line: it is rung, past the flow of the line.");
        if (services.Stations.Phone(number)?.Offer(new Offer(incoming.Caller, CallWaiting: true)) is not { } leg)
        {
            call.Note("emergency", $"Phone {number} cannot be rung: the call goes the usual way.");
            return false;
        }

        call.Add(leg, $"Rings phone {number}, which called for help.");
        using (services.Loop.Schedule(CallbackRing, () => leg.HangUp(Cause.NoAnswer)))
        {
            await Task.WhenAny(leg.Answered, caller.Ended);
        }

        if (caller.State == LegState.Ended)
        {
            call.End(await caller.Ended);
            return true;
        }

        if (leg.Answerer is not { State: LegState.Connected } answerer)
        {
            call.Note("emergency", $"Phone {number} did not answer: the call goes the usual way.");
            return false;
        }

        caller.Answer();
        var conversation = conversations.Begin(call, site);
        conversation.Join(caller);
        conversation.Join(answerer);
        call.Connected(answerer.Party);
        return true;
    }

    private async Task<Leg?> SeizeAsync(Call call, Leg origin, string number, SiteInForce site)
    {
        var until = Now + Patience;
        for (var round = 1; round <= Rounds || Now < until; round++)
        {
            var tried = new HashSet<string>(StringComparer.Ordinal);
            while (origin.State != LegState.Ended && await lines.SeizeAsync(call, number, tried, site) is { } leg)
            {
                origin.Media.StopPlaying();
                using var limit = round >= Rounds ? null : services.Loop.Schedule(TryLimit, () => GiveUp(leg));
                if (await OutsideDialling.GetsThroughAsync(leg, origin))
                {
                    return leg;
                }
            }

            if (origin.State == LegState.Ended)
            {
                return null;
            }

            if (round >= Rounds)
            {
                await WaitAsync(call, origin, site, isFirst: round == Rounds);
            }
        }

        return null;
    }

    // Whoever has a mobile phone must not wait for a line that may come back.
    private async Task WaitAsync(Call call, Leg origin, SiteInForce site, bool isFirst)
    {
        if (isFirst)
        {
            call.Note("emergency", $"No line works: the user is told, and a line is looked for, for {Patience.TotalSeconds:0} s.");
            services.Loop.Watch(OutsideWay.SayRefusalAsync(origin, site, Phrase.EmergencyTrying));
        }

        await Task.WhenAny(origin.Ended, Task.Delay(Pause, services.Loop.Time, CancellationToken.None));
    }

    private static void GiveUp(Leg leg)
    {
        if (!leg.Reached.IsCompleted)
        {
            leg.HangUp(new Cause(CauseCode.LineFault, $"No sign of life for {TryLimit.TotalSeconds:0} s: the next line is tried."));
        }
    }

    private async Task FollowAsync(Call call, string phone, Leg leg, string? number)
    {
        var cause = await leg.Ended;
        _memory.Add(leg.Party.Name, number, phone, Now);
        journal.Append(new EmergencyEnded(
            call.Id,
            phone,
            leg.Party.Name,
            number,
            $"The emergency call of phone {phone} on {leg.Party} is over: {cause.Words} Calls on it ring at the phone for an hour."));
    }
}
