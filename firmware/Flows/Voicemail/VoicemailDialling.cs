using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail;

/// <summary>Does what users dial by the codes of mailboxes. Only phones of the house come here, never a caller from outside.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="desk">Keeps the messages.</param>
/// <param name="pins">Compares PINs.</param>
/// <param name="agentAt">Who is logged in at a phone; null for nobody.</param>
/// <param name="dial">Dials for the phone, as its user could: the same rules hold.</param>
internal sealed class VoicemailDialling(
    FlowServices services,
    VoicemailDesk desk,
    PinAttempts pins,
    Func<string, string?> agentAt,
    Func<Leg, string, SiteInForce, Task> dial)
{
    private const int TriesOfOneCall = 3;

    private static readonly Cause Done = new(CauseCode.FlowEnded, "The user is done with the mailbox.");

    private static readonly Cause Refused = new(CauseCode.FlowEnded, "There is no mailbox that may be heard here.");

    // The last digit that was dialled sounds on for a moment, and is no key for the mailbox.
    private static readonly TimeSpan LastDigit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(10);

    /// <summary>The whole of it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="action">What it means.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Leg origin, string digits, VoicemailAction action, SiteInForce site)
    {
        var caller = new CallerIdentity(origin.Party.Name, services.Stations.Phone(origin.Party.Name)?.Name, "A phone of the house.");
        var call = services.Calls.Begin(CallDirection.Internal, origin, caller, digits);
        try
        {
            origin.Answer();
            await Task.Delay(LastDigit, services.Loop.Time, CancellationToken.None);
            if (await BoxesAsync(call, origin, action, site) is not { Count: > 0 } boxes)
            {
                call.End(Refused);
                return;
            }

            var names = string.Join(", ", boxes.Select(box => box.Name));
            call.Note("voicemail", $"The user hears {(boxes.Count == 1 ? "mailbox" : "mailboxes")} {names}.");
            if (await HearAsync(call, origin, boxes, site) is { } back)
            {
                call.Note("voicemail", $"The user calls back: the phone dials {back}.");
                services.Loop.Watch(dial(origin, back, site));
            }
        }
        finally
        {
            // Whatever went wrong, the call must not stay. A phone that calls back has left it.
            call.End(origin.State == LegState.Ended ? await origin.Ended : Done);
        }
    }

    // The phone's keys are its own again before it calls back.
    private async Task<string?> HearAsync(Call call, Leg origin, IReadOnlyList<VoicemailConfig> boxes, SiteInForce site)
    {
        using var keys = new PhoneKeys(services.Loop, origin);
        return await new VoicemailListening(services, desk, call, origin, keys, site).RunAsync(boxes);
    }

    private async Task<IReadOnlyList<VoicemailConfig>> BoxesAsync(Call call, Leg origin, VoicemailAction action, SiteInForce site)
    {
        var here = origin.Party.Name;
        switch (action)
        {
            case VoicemailAction.HearOf(var phone) when phone != here:
                var boxes = VoicemailOwners.BoxesOf(site.Model, phone, agentAt(phone));
                return await OpenedAsync(call, origin, [.. boxes.Where(box => box.Pin == VoicemailPin.Secret)], site);
            default:
                var own = VoicemailOwners.BoxesOf(site.Model, here, agentAt(here));
                if (own.Count == 0)
                {
                    using var keys = new PhoneKeys(services.Loop, origin);
                    await SayAsync(keys, site, VoicemailPhrases.NoBox);
                }

                return own;
        }
    }

    // A PIN opens the mailboxes that have it.
    private async Task<IReadOnlyList<VoicemailConfig>> OpenedAsync(
        Call call, Leg origin, IReadOnlyList<VoicemailConfig> boxes, SiteInForce site)
    {
        using var keys = new PhoneKeys(services.Loop, origin);
        if (boxes.Count == 0)
        {
            await SayAsync(keys, site, VoicemailPhrases.NoBox);
            return [];
        }

        for (var tries = 0; tries < TriesOfOneCall && !keys.IsGone; tries++)
        {
            if (boxes.All(box => pins.IsLocked(box.Secret)))
            {
                call.Note("voicemail", "Too many wrong PINs were entered; none is taken for a while.");
                await SayAsync(keys, site, VoicemailPhrases.Locked);
                return [];
            }

            await SayAsync(keys, site, VoicemailPhrases.EnterPin);
            if (await keys.NextUpToHashAsync(VoicemailDefaults.LongestPin, KeyLimit) is not { Length: > 0 } pin)
            {
                return [];
            }

            var opened = pins.Opened(boxes.Select(box => box.Secret), pin);
            if (opened.Count > 0)
            {
                return [.. boxes.Where(box => opened.Contains(box.Secret))];
            }

            call.Note("voicemail", "A wrong PIN was entered.");
            keys.Forget();
            await SayAsync(keys, site, VoicemailPhrases.WrongPin);
        }

        return [];
    }

    private static Task SayAsync(PhoneKeys keys, SiteInForce site, Phrase phrase) =>
        keys.PlayAsync(site.Prompts.Announcements.Make(phrase).Prompt?.Open());
}
