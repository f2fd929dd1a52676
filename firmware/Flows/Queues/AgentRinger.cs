using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling;
using Switchhook.Hardware.Countries;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues;

/// <summary>Rings the phones of agents for the queues.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="outside">Rings agents outside.</param>
/// <param name="site">The site in force.</param>
/// <param name="journal">Where offers are written.</param>
/// <param name="tell">Takes what becomes of them.</param>
/// <param name="pickedUp">Takes work that rang here and that someone else picked up, by whose leg.</param>
internal sealed class AgentRinger(
    FlowServices services,
    OutsideDialling outside,
    Func<SiteInForce> site,
    CallJournal journal,
    Action<AcdEvent> tell,
    Action<QueueWork, Leg> pickedUp)
{
    private const char AcceptKey = '1';

    private readonly Dictionary<(string Item, string Agent), (QueueWork Work, Leg Leg)> _ringing = [];

    /// <summary>Rings an agent.</summary>
    /// <param name="work">What for.</param>
    /// <param name="offer">The decision.</param>
    /// <param name="others">Why the others of the queue are not rung.</param>
    public void Ring(QueueWork work, AcdDecision.Offer offer, IReadOnlyList<string> others)
    {
        var why = others.Count == 0 ? offer.Words : $"{offer.Words} {string.Join(" ", others)}";
        journal.Append(new QueueOffered(work.Call, work.Id, work.Queue, offer.Agent, offer.Phone, why));
        if (site().Model.Agents.GetValueOrDefault(offer.Agent)?.Outside is { } number && number.Number == offer.Phone)
        {
            RingOutside(work, offer.Agent, number);
        }
        else if (services.Stations.Phone(offer.Phone)?.Offer(new Offer(work.Shown, CallWaiting: false)) is { } leg)
        {
            _ringing[(work.Id, offer.Agent)] = (work, leg);
            work.AddLeg(leg, $"Rings phone {offer.Phone} for {offer.Agent}.");
            services.Loop.Watch(FollowAsync(work, offer.Agent, leg));
        }
        else
        {
            Fail(work, offer.Agent, OfferFailure.Unreachable, $"Phone {offer.Phone} cannot be rung.");
        }
    }

    /// <summary>Stops ringing an agent.</summary>
    public void Withdraw(AcdDecision.Withdraw withdraw)
    {
        if (_ringing.Remove((withdraw.Item, withdraw.Agent), out var ringing))
        {
            var (work, leg) = ringing;
            var result = ResultOf(withdraw.Reason).ToString();
            journal.Append(new QueueOfferEnded(work.Call, withdraw.Item, withdraw.Agent, result, withdraw.Words));
            leg.HangUp(CauseOf(withdraw.Reason));
        }
    }

    /// <summary>The leg that rings for work at an agent, or has answered; null when it does not any more.</summary>
    public Leg? LegOf(QueueWork work, string agent) => _ringing.GetValueOrDefault((work.Id, agent)).Leg;

    /// <summary>The agent has been joined: true when the leg was still there to be taken.</summary>
    public bool Take(QueueWork work, string agent) => _ringing.Remove((work.Id, agent));

    private void RingOutside(QueueWork work, string agent, OutsideNumber number)
    {
        var dialled = NationalNumber.Of(number.Number, site().Country);
        var group = site().Model.LineGroups[number.Over];
        if (outside.Seize(dialled, group, _ => { }, out var why) is { } leg)
        {
            _ringing[(work.Id, agent)] = (work, leg);
            work.AddLeg(leg, $"{why} It is for {agent}.");
            services.Loop.Watch(FollowOutsideAsync(work, agent, leg));
        }
        else
        {
            Fail(work, agent, OfferFailure.Unreachable, why);
        }
    }

    // Whoever lifts outside may be an answering machine: it is the agent who presses 1.
    private async Task FollowOutsideAsync(QueueWork work, string agent, Leg leg)
    {
        if (await leg.Answered)
        {
            leg.Media.Detectors |= Detectors.Dtmf;
            leg.Digit += OnDigit;
            var asked = site().Prompts.Announcements.Make(Phrase.CallFrom(work.Queue), Phrase.PressToAccept(AcceptKey)).Prompt;
            _ = asked is null ? null : leg.Media.PlayAsync(asked.Loop(), PlayMode.Instead, leg.Gone);
        }

        var cause = await leg.Ended;
        leg.Digit -= OnDigit;
        if (_ringing.Remove((work.Id, agent)))
        {
            Fail(work, agent, cause.Code == CauseCode.Declined ? OfferFailure.Declined : OfferFailure.Unreachable, cause.Words);
        }

        void OnDigit(Leg from, char digit, DigitPath path)
        {
            if (digit == AcceptKey)
            {
                leg.Digit -= OnDigit;
                leg.Media.StopPlaying();
                tell(new AcdEvent.OfferAccepted(work.Id, agent));
            }
        }
    }

    private async Task FollowAsync(QueueWork work, string agent, Leg leg)
    {
        var isAnswered = await leg.Answered;
        if (isAnswered && leg.Answerer != leg)
        {
            pickedUp(work, leg.Answerer);
        }
        else if (isAnswered)
        {
            tell(new AcdEvent.OfferAccepted(work.Id, agent));
        }
        else if (_ringing.Remove((work.Id, agent)))
        {
            var cause = await leg.Ended;
            Fail(work, agent, cause.Code == CauseCode.Declined ? OfferFailure.Declined : OfferFailure.Unreachable, cause.Words);
        }
    }

    private void Fail(QueueWork work, string agent, OfferFailure failure, string why)
    {
        var result = failure == OfferFailure.Declined ? OfferResult.Declined : OfferResult.Unreachable;
        journal.Append(new QueueOfferEnded(work.Call, work.Id, agent, result.ToString(), why));
        tell(new AcdEvent.OfferFailed(work.Id, agent, failure));
    }

    private static OfferResult ResultOf(WithdrawReason reason) =>
        reason is WithdrawReason.NoAnswer or WithdrawReason.NotJoined ? OfferResult.NoAnswer : OfferResult.Withdrawn;

    private static Cause CauseOf(WithdrawReason reason) => reason switch
    {
        WithdrawReason.NoAnswer => Cause.NoAnswer,
        WithdrawReason.TakenByOther => Cause.AnsweredElsewhere,
        WithdrawReason.WorkLeft => new Cause(CauseCode.HungUp, "The caller left the queue."),
        WithdrawReason.AgentLeft => new Cause(CauseCode.FlowEnded, "The agent is not free any more."),
        WithdrawReason.Closed => new Cause(CauseCode.FlowEnded, "The queue is closed."),
        WithdrawReason.GivenAway => new Cause(CauseCode.FlowEnded, "The caller is given to a colleague."),
        WithdrawReason.NotJoined => new Cause(CauseCode.Fault, "The sound could not be joined in time."),
    };
}
