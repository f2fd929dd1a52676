using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;

namespace Switchhook.Flows.Dialling.Outbound;

/// <summary>Takes a call of a phone outside: through the gate, past the PIN, over the groups of the rule.</summary>
internal sealed class OutsideWay(OutsideGate gate, OutsideDialling outside, PinEntry pins)
{
    /// <summary>Dials for a user who waits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">The user's leg.</param>
    /// <param name="digits">What was dialled, with the prefix.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>The leg that got through, or why none did; the user has heard a refusal then.</returns>
    public async Task<Dialled> DialAsync(Call call, Leg origin, string digits, SiteInForce site)
    {
        switch (gate.Permit(call, origin.Party, digits, site))
        {
            case OutsidePermit.Given permit when await pins.AskAsync(call, origin, permit, site) is { } wrong:
                gate.Close(permit);
                return new Dialled(null, wrong);
            case OutsidePermit.Given permit:
                return await DialAsync(call, origin, permit, site);
            case OutsidePermit.Refused refused:
                await SayRefusalAsync(origin, site, refused.Phrase);
                return new Dialled(null, refused.Why);
            default:
                throw new InvalidOperationException("A permit that is neither given nor refused.");
        }
    }

    /// <summary>Dials for a user who sends the other party on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">Who waits for it.</param>
    /// <param name="who">Whose rules hold: the phone that sends the call on.</param>
    /// <param name="digits">What was dialled, with the prefix.</param>
    /// <param name="site">The site in force.</param>
    public async Task<Dialled> TransferAsync(Call call, Leg origin, Party who, string digits, SiteInForce site)
    {
        switch (gate.Permit(call, who, digits, site))
        {
            case OutsidePermit.Given { Rule.Pin: not null } permit:
                gate.Close(permit);
                return new Dialled(
                    null, new Cause(CauseCode.Refused, $"{digits} needs a PIN. Call it yourself, and transfer when it has answered."));
            case OutsidePermit.Given permit:
                return await DialAsync(call, origin, permit, site);
            case OutsidePermit.Refused refused:
                return new Dialled(null, refused.Why);
            default:
                throw new InvalidOperationException("A permit that is neither given nor refused.");
        }
    }

    /// <summary>
    /// Says to a user why a call does not go out, where the site can speak. A telephone that waits for an answer (SIP) hears it before one:
    /// the call is refused, and not connected.
    /// </summary>
    public static async Task SayRefusalAsync(Leg user, SiteInForce site, Phrase phrase)
    {
        if (site.Prompts.Announcements.Make(phrase).Prompt is { } prompt)
        {
            user.ShowProgress();
            await user.Media.PlayAsync(prompt.Open(), PlayMode.Instead, user.Gone);
        }
    }

    /// <summary>Says a sentence to a user, where the site can speak; it ends with the user.</summary>
    public static async Task SayAsync(Leg user, SiteInForce site, params IReadOnlyList<Phrase> phrases)
    {
        if (site.Prompts.Announcements.Make(phrases).Prompt is { } prompt)
        {
            user.Answer();
            await user.Media.PlayAsync(prompt.Open(), PlayMode.Instead, user.Gone);
        }
    }

    private async Task<Dialled> DialAsync(Call call, Leg origin, OutsidePermit.Given permit, SiteInForce site)
    {
        var groups = permit.Rule.Then.Prepend(permit.Rule.Over).Select(name => site.Model.LineGroups[name]);
        var dialled = await outside.DialAsync(call, origin, permit.Target, groups);
        if (dialled.Leg is { } leg)
        {
            gate.Follow(permit, leg, site);
        }
        else
        {
            gate.Close(permit);
        }

        return dialled;
    }
}
