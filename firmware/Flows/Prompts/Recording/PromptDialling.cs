using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Voicemail;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Prompts.Recording;

/// <summary>
/// Records an announcement of the site at a phone of the house: who may, in which language, the recording, its review, and putting it in
/// force. Whatever goes wrong, what callers hear stays as it was.
/// </summary>
/// <param name="services">What flows work with.</param>
/// <param name="pins">Compares the PIN.</param>
internal sealed class PromptDialling(FlowServices services, PinAttempts pins)
{
    private const int TriesOfOneCall = 3;

    /// <summary>How often someone may speak it again.</summary>
    private const int MostTakes = 9;

    private const string Step = "prompt";

    private static readonly Cause Done = new(CauseCode.FlowEnded, "The user is done with the announcement.");

    // The last digit that was dialled sounds on for a moment, and is no key.
    private static readonly TimeSpan LastDigit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan KeepLimit = TimeSpan.FromSeconds(30);

    /// <summary>The whole of it.</summary>
    /// <param name="origin">The phone's own leg, in no call.</param>
    /// <param name="digits">What was dialled.</param>
    /// <param name="prompt">Name of the prompt.</param>
    /// <param name="site">The site in force.</param>
    public async Task RunAsync(Leg origin, string digits, string prompt, SiteInForce site)
    {
        var caller = new CallerIdentity(origin.Party.Name, services.Stations.Phone(origin.Party.Name)?.Name, "A phone of the house.");
        var call = services.Calls.Begin(CallDirection.Internal, origin, caller, digits);
        var end = Done;
        try
        {
            origin.Answer();
            await Task.Delay(LastDigit, services.Loop.Time, CancellationToken.None);
            using var keys = new PhoneKeys(services.Loop, origin);
            if (await WhyNotAsync(call, origin, keys, site) is { } refused)
            {
                call.Note(Step, refused);
                end = new Cause(CauseCode.Refused, refused);
            }
            else if (await LanguageAsync(keys, site) is { } language)
            {
                await RecordAsync(call, origin, keys, prompt, language, site);
            }
        }
        finally
        {
            // Whatever went wrong, the call must not stay.
            call.End(origin.State == LegState.Ended ? await origin.Ended : end);
        }
    }

    private async Task<string?> WhyNotAsync(Call call, Leg origin, PhoneKeys keys, SiteInForce site)
    {
        if (services.Secret(PromptNumbers.Secret) is not { Length: > 0 })
        {
            if (site.Model.Emergency.FrontDesk(site.Model.Phones.Keys).Contains(origin.Party.Name))
            {
                return null;
            }

            await SayAsync(keys, site, PromptPhrases.Refused);
            return $"Only the front desk records announcements, until a PIN is set with \"./appliance secret set {PromptNumbers.Secret}\".";
        }

        for (var tries = 0; tries < TriesOfOneCall && !keys.IsGone; tries++)
        {
            if (pins.IsLocked(PromptNumbers.Secret))
            {
                await SayAsync(keys, site, VoicemailPhrases.Locked);
                return "Too many wrong PINs were entered; none is taken for a while.";
            }

            await SayAsync(keys, site, VoicemailPhrases.EnterPin);
            var entered = await keys.NextUpToHashAsync(VoicemailDefaults.LongestPin, KeyLimit);
            if (entered.Length == 0)
            {
                break;
            }

            if (pins.Opened([PromptNumbers.Secret], entered).Count > 0)
            {
                return null;
            }

            call.Note(Step, "A wrong PIN was entered.");
            keys.Forget();
            await SayAsync(keys, site, VoicemailPhrases.WrongPin);
        }

        return "No right PIN was entered.";
    }

    // Null when none is chosen.
    private static async Task<string?> LanguageAsync(PhoneKeys keys, SiteInForce site)
    {
        var languages = site.Model.Languages;
        for (var tries = 0; languages.Count > 1 && tries < TriesOfOneCall && !keys.IsGone; tries++)
        {
            for (var i = 0; i < languages.Count; i++)
            {
                var offer = Phrase.LanguageKey((char)('1' + i));
                await keys.PlayAsync(site.Prompts.AnnouncementsIn(languages[i]).Make(offer).Prompt?.Open());
            }

            switch (await keys.NextAsync(KeyLimit))
            {
                case PromptReview.LeaveKey:
                    return null;
                case { } key when key - '1' >= 0 && key - '1' < languages.Count:
                    return languages[key - '1'];
            }
        }

        return languages.Count == 1 ? languages[0] : null;
    }

    private async Task RecordAsync(Call call, Leg origin, PhoneKeys keys, string prompt, string language, SiteInForce site)
    {
        var review = new PromptReview(keys, site.Prompts.Announcements);
        for (var takes = 0; takes < MostTakes && !keys.IsGone; takes++)
        {
            await SayAsync(keys, site, PromptPhrases.Speak);
            var (samples, end, why) = await new PromptTake(services, origin, keys).RunAsync();
            if (end is TakeEnd.TooShort or TakeEnd.Failed)
            {
                call.Note(Step, why!);
                await SayAsync(keys, site, VoicemailPhrases.NotKept);
                if (end == TakeEnd.TooShort)
                {
                    continue;
                }

                return;
            }

            var answer = end == TakeEnd.Left ? ReviewAnswer.Leave : await review.AskAsync(samples);
            if (answer == ReviewAnswer.Again)
            {
                continue;
            }

            if (answer == ReviewAnswer.Keep)
            {
                await KeepAsync(call, origin, keys, (prompt, language, samples), site);
            }
            else
            {
                call.Note(Step, $"Nothing is kept; prompt {prompt} stays as it was.");
            }

            return;
        }
    }

    private async Task KeepAsync(
        Call call, Leg origin, PhoneKeys keys, (string Prompt, string Language, ReadOnlyMemory<short> Samples) taken, SiteInForce site)
    {
        string? failure;
        try
        {
            failure = await services.PromptKeeper.KeepAsync(taken.Prompt, taken.Language, taken.Samples, origin.Party.ToString())
                .WaitAsync(KeepLimit, services.Loop.Time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            failure = "The disk has not taken it in time.";
        }

        call.Note(Step, failure ?? $"Prompt {taken.Prompt} ({taken.Language}) has a new recording.");
        await SayAsync(keys, site, failure is null ? VoicemailPhrases.Kept : VoicemailPhrases.NotKept);
    }

    private static Task SayAsync(PhoneKeys keys, SiteInForce site, Phrase phrase) =>
        keys.PlayAsync(site.Prompts.Announcements.Make(phrase).Prompt?.Open());
}
