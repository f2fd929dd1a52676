using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail.Callbacks;

namespace Switchhook.Flows.Dialling;

/// <summary>Does what anybody dials by a code, and says so.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="night">Turned by a code.</param>
/// <param name="diversions">Do not disturb and forwarding.</param>
/// <param name="gate">Tells whether a phone may call outside.</param>
/// <param name="pickUp">Takes ringing calls.</param>
/// <param name="parking">Parks calls.</param>
/// <param name="callers">Who called last.</param>
/// <param name="prompts">Records announcements.</param>
/// <param name="dial">Dials for the phone, as its user could: the same rules hold.</param>
internal sealed class PhoneCodeDialling(
    FlowServices services,
    NightSwitch night,
    Diversions diversions,
    OutsideGate gate,
    CallPickUp pickUp,
    ParkingLot parking,
    LastCallers callers,
    PromptDialling prompts,
    Func<Leg, string, SiteInForce, Task> dial)
{
    private static readonly Cause Done = new(CauseCode.FlowEnded, "The code has been taken.");

    private readonly LineTest _test = new(services);
    private readonly SpokenHelp _help = new(services.Loop);

    /// <summary>The whole of it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="action">What it means.</param>
    /// <param name="site">The site in force.</param>
    public Task RunAsync(Leg origin, string digits, PhoneAction action, SiteInForce site)
    {
        var (phone, by) = (origin.Party.Name, origin.Party.ToString());
        switch (action)
        {
            case PhoneAction.Night turn:
                return SayAsync(origin, night.Set(turn.On ?? !night.IsOn, by) ? Phrase.NightOn : Phrase.NightOff, site);
            case PhoneAction.DoNotDisturb turn:
                diversions.Disturb(phone, turn.On, by);
                return SayAsync(origin, turn.On ? Phrase.DoNotDisturbOn : Phrase.DoNotDisturbOff, site);
            case PhoneAction.ForwardOff off:
                diversions.Forward(phone, off.When, null, by);
                return SayAsync(origin, Phrase.ForwardOff, site);
            case PhoneAction.Forward forward:
                return ForwardAsync(origin, digits, forward, site);
            case PhoneAction.PickUp { Phone: { } other }:
                return PickUpAsync(origin, leg => leg.Party.Name == other, site);
            case PhoneAction.PickUp:
                return PickUpAsync(origin, leg => CallPickUp.ShareGroup(site, phone, leg.Party.Name), site);
            case PhoneAction.CallBackLast:
                return VoicemailCallback.DigitsFor(callers.Of(phone), site) is { } number
                    ? dial(origin, number, site)
                    : SayAsync(origin, Phrase.NoCallFound, site);
            case PhoneAction.RecordPrompt record:
                return prompts.RunAsync(origin, digits, record.Prompt, site);
            case PhoneAction.Park:
                return SayAsync(origin, parking.ParkHeld(origin, site).Phrase, site);
            case PhoneAction.TakeParked take:
                return parking.TryTake(take.Place, origin) ? Task.CompletedTask : SayAsync(origin, Phrase.NoCallFound, site);
            case PhoneAction.TestPhone:
                return _test.TestPhoneAsync(origin, digits, site);
            case PhoneAction.TestLine line:
                return _test.TestLineAsync(origin, digits, line.Port, site);
            case PhoneAction.Help:
                return _help.RunAsync(origin, site);
            case PhoneAction.SpeedDial entry:
                return dial(origin, entry.Number, site);
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "An unknown code.");
        }
    }

    // A refusal is told in a call of its own, so that the office finds it in the list of calls.
    private Task ForwardAsync(Leg origin, string digits, PhoneAction.Forward forward, SiteInForce site)
    {
        var (phone, to) = (origin.Party.Name, forward.To);
        var refused = to == phone ? (Phrase.OutsideRefused, $"Phone {phone} cannot send calls on to itself.")
            : site.DialPlan.Find(to) is DialTarget.Extension ? null
            : gate.WhyNoForward(phone, to, site);
        if (refused is not { } no)
        {
            diversions.Forward(phone, forward.When, to, origin.Party.ToString());
            return SayAsync(origin, Phrase.ForwardOn, site);
        }

        var caller = new CallerIdentity(phone, services.Stations.Phone(phone)?.Name, "A phone of the house.");
        var call = services.Calls.Begin(CallDirection.Internal, origin, caller, digits);
        return RefuseAsync(call, origin, no.Phrase, no.Why, site);
    }

    private static async Task RefuseAsync(Call call, Leg origin, Phrase phrase, string why, SiteInForce site)
    {
        call.Note("forward", why);
        await OutsideWay.SayAsync(origin, site, phrase);
        call.End(new Cause(CauseCode.Refused, why));
    }

    private Task PickUpAsync(Leg origin, Func<Leg, bool> which, SiteInForce site) =>
        pickUp.TryTake(which, origin) ? Task.CompletedTask : SayAsync(origin, Phrase.NoCallFound, site);

    private static async Task SayAsync(Leg origin, Phrase phrase, SiteInForce site)
    {
        origin.Answer();
        await OutsideWay.SayAsync(origin, site, phrase);
        origin.HangUp(Done);
    }
}
